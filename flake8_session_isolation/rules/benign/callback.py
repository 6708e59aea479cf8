"""What is kept on an object is a callback of its user.

Definition: The names of the parameters that are stored say so: `on_...`, `...handler`, `...callback`, `...listener`.
Evidence: The write.
Bounds: Only the optional code for objects asks for it; a value with another parameter is not covered.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at

_ENDINGS = ("callback", "callbacks", "handler", "handlers", "hook", "hooks", "listener", "middleware", "factory")


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    given = {each.parameter.rpartition(".")[2] for each in access.effect.value.origins}
    is_callback = bool(given) and all(each.startswith("on_") or each.endswith(_ENDINGS) for each in given)
    return Evidence("callback", at(access)) if is_callback else None
