"""Application storage gets a value that was fetched or computed for all sessions.

Definition: The place is in an application's storage, and no session's data is stored as it came in.
Evidence: The write.
Bounds: A parameter of the handler that is stored as it is remains in force for others. Nor is a value covered that a
middleware computes from each request: it replaces the value that other requests in progress use.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.rules.benign.evidence import Evidence, at


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    is_fetched = access.effect.path.root.kind is Kind.STORAGE and not access.carries_unchanged
    return Evidence("refreshed", at(access)) if is_fetched and not access.is_around else None
