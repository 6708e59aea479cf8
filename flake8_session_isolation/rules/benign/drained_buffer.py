"""The place is a buffer that another function empties.

Definition: A function other than the one that fills it takes all that is in it and empties it.
Evidence: The emptying and the growth.
Bounds: A function that empties the place without taking its content is not enough.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import Use
from flake8_session_isolation.facts import Action
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    drained = [each for each in _drained(meeting) if not each.is_in_function_of(access)]
    return Evidence("drained_buffer", at(*drained)) if drained else None


@memoised
def _drained(meeting: Meeting) -> list[Access]:
    """The writes that empty the place in functions that take what is in it."""
    takers = {each.effect.site.function for each in meeting.reads() if each.effect.use is Use.DATA}
    return [each for each in meeting.writes() if each.effect.site.function in takers and _empties(each)]


def _empties(access: Access) -> bool:
    effect = access.effect
    is_new = effect.value.is_new and not effect.value.origins and not access.carries_session_data
    return effect.action is Action.CLEAR or (effect.action is Action.REPLACE and is_new)
