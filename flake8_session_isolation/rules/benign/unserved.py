"""The access is not made on behalf of a session.

Definition: No served function makes it: the function that does runs once, in the background, in a test, or is not
called in the analysed code.
Evidence: The reason for which the function has its execution context.
Bounds: Functions that nothing calls are unknown, not safe: the optional codes judge them as if they were served.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, why


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    return None if access.is_served else explained(access)


def explained(access: Access) -> Evidence:
    """Why no session makes the access."""
    return Evidence("unserved", note=why(access))
