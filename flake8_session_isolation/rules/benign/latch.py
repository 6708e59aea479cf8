"""The place is a latch: it is only ever set to one constant.

Definition: The function sets the place to one literal and leaves it so.
Evidence: The test and the writes.
Bounds: A flag that the function resets, or a place in which it leaves a session's own value, is no latch.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By
from flake8_session_isolation.interference.accesses import Access, Meeting, touches
from flake8_session_isolation.rules.benign.evidence import Evidence, at, reads
from flake8_session_isolation.rules.judgements.stored_values import constant_text


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    text = constant_text(access)
    own = [each for each in meeting.writes_in_function_of(access) if touches(each, access)]
    if text is None or not all(constant_text(each) == text or _is_on_another_way(each) for each in own):
        return None
    return Evidence("latch", (*reads("tested", access, By.GUARD), *at(access)))


def _is_on_another_way(other: Access) -> bool:
    """Whether a write is on another path through the function and leaves no session data there."""
    return not other.effect.is_again and not other.carries_unchanged
