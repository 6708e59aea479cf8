"""Each call uses a key of its own.

Definition: The path has an item under an identifier that the call has just generated.
Evidence: The access.
Bounds: A key that came in with the request may come twice and does not count.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    is_own = any(step.is_unique for step in access.effect.path.steps)
    return Evidence("own_key", at(access)) if is_own else None
