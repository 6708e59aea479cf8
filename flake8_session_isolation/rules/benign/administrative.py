"""Only administrators can make the access.

Definition: A word in the signature or the decorators of the served function says so (admin, owner, staff, permission
...).
Evidence: The access.
Bounds: It covers what is set for all. A list that an administrator's requests make grow still grows.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    return Evidence("administrative", at(access)) if access.standing.is_administrative else None
