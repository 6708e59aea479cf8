"""A list that was just emptied is filled again.

Definition: The function emptied or replaced the list on the same way with no pause between, after a test: the growth is
part of the making of a memo.
Evidence: The test and the growth.
Bounds: Data of a session that is stored as it came in is not covered.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign import memo
from flake8_session_isolation.rules.benign.evidence import Evidence


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    filled = memo.evidence(access, meeting) if access.effect.is_refill else None
    return filled._replace(reason="refill") if filled is not None else None
