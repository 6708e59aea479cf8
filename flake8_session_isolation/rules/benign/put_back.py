"""The place gets the value that it has.

Definition: A helper is called with the current value of the place and stores it there again.
Evidence: The write.
Bounds: A value that is read, then stored back directly after a pause, is stale.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    is_same = bool(access.effect.via) and access.effect.path in access.effect.value.places
    return Evidence("put_back", at(access)) if is_same else None
