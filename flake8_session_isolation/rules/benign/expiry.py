"""The time until which something is valid that is renewed for all sessions.

Definition: A method without parameters stores what is computed from the time of day, `time.time() + seconds`, without
a session's data; and on another way the same statement is reached only where a test found that what is set with it is
missing or out of date. A renewal that a refused request forces stores the same kind of time.
Evidence: The test on the other way, and the write.
Bounds: The time of day itself, from which a use is measured, is not covered, nor a deadline that each call sets, nor
the work of a function to which something is passed: it may renew what one user has.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign import memo
from flake8_session_isolation.rules.benign.evidence import Evidence, at


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    if not access.is_time or not access.effect.value.is_new or access.carries_session_data:
        return None
    if access.writer is None or any(each != access.writer.receiver for each in access.writer.parameters):
        return None
    same = [each for each in meeting.writes_in_function_of(access) if each.effect.site == access.effect.site]
    filled = next((found for each in same if (found := memo.evidence(each, meeting)) is not None), None)
    return Evidence("expiry", (*filled.shown[:-1], *at(access))) if filled is not None else None
