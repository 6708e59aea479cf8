"""The place is a latch: it is only ever set to one constant.

Definition: The function sets the place to one literal and leaves it so; or it empties a container that no served
function fills, which may as well be done twice.
Evidence: The test and the writes.
Bounds: A flag that the function resets, or a place in which it leaves a session's own value, is no latch.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting, touches, touching
from flake8_session_isolation.rules.benign.evidence import Evidence, at, reads
from flake8_session_isolation.rules.judgements.stored_values import constant_text


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    if access.effect.action is Action.CLEAR and not any(_fills(each, access) for each in touching(access, meeting)):
        return Evidence("latch", (*reads("tested", access, By.GUARD), *at(access)))
    text = constant_text(access)
    own = [each for each in meeting.writes_in_function_of(access) if touches(each, access)]
    if text is None or not all(constant_text(each) == text or _is_on_another_way(each) for each in own):
        return None
    return Evidence("latch", (*reads("tested", access, By.GUARD), *at(access)))


def _fills(other: Access, access: Access) -> bool:
    """Whether a served function puts something into what another one empties."""
    return other.is_served and other.effect.is_write and other.effect.action is not Action.CLEAR


def _is_on_another_way(other: Access) -> bool:
    """Whether a write is on another path through the function and leaves no session data there."""
    return not other.effect.is_again and not other.carries_unchanged
