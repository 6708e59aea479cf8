"""The value is replaced before another task can see it.

Definition: The function replaces what it wrote before its next pause.
Evidence: The write.
Bounds: In threads another session can run at any time, so that nothing is transient there.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    return Evidence("transient", at(access)) if access.is_transient else None
