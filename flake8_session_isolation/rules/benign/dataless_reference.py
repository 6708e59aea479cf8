"""What is stored in a context variable's object is a reference, made without any parameter.

Definition: The value is a reference (see `reference`), and no parameter's data is in it.
Evidence: The write.
Bounds: An object made from a parameter is not covered, no matter which code calls the function.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign import reference
from flake8_session_isolation.rules.benign.evidence import Evidence


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    found = reference.evidence(access, meeting) if not access.effect.value.origins else None
    return found._replace(reason="dataless_reference") if found is not None else None
