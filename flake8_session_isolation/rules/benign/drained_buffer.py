"""The place is a buffer that another function empties.

Definition: A function other than the one that fills it takes all that is in it and empties it, or sets it to None.
Evidence: The emptying and the growth.
Bounds: A function that empties the place without taking its content before is not enough. Nor is one whose call also
fills the place and replies with its content: it uses the place as its own. A place whose content another handler shows
to all users is not covered.
"""

from __future__ import annotations

import sys
from collections.abc import Collection

from flake8_session_isolation.dataflow.effects import Use
from flake8_session_isolation.facts import Action
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at
from flake8_session_isolation.rules.judgements.stored_values import constant_text


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    others = (each for each in _drained(meeting) if not each.is_in_function_of(access))
    drained = [each for each in others if each.entry is not access.entry or not _is_replied(each, meeting)]
    if not drained or _is_shown(access, drained, meeting):
        return None
    return Evidence("drained_buffer", at(*drained))


def _is_shown(access: Access, drained: Collection[Access], meeting: Meeting) -> bool:
    """Whether a handler that does not empty the place replies with all that is in it."""
    emptying = {each.entry for each in drained}
    shown = (each for each in meeting.reads() if each.is_replied and each.entry not in emptying)
    whole = (each for each in shown if each.effect.path == access.effect.path and each.effect.use is Use.DATA)
    return any(each.standing.is_by_facts and each.effect.exposed for each in whole)


def update_evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The same for a set or dict to which the access adds elements."""
    return evidence(access, meeting) if access.effect.action is Action.UPDATE else None


def _is_replied(drain: Access, meeting: Meeting) -> bool:
    """Whether the call that empties the place replies with its content."""
    own = (each for each in meeting.reads() if each.entry is drain.entry and each.effect.use is Use.DATA)
    return any(each.is_replied for each in own)


@memoised
def _drained(meeting: Meeting) -> list[Access]:
    """The writes that empty the place in functions that have taken before what is in it."""
    taken: dict[str, int] = {}
    for each in meeting.reads():
        if each.effect.use is Use.DATA:
            site = each.effect.site
            taken[site.function] = min(site.line, taken.get(site.function, site.line))
    emptying = (each for each in meeting.writes() if empties(each) or constant_text(each) == "None")
    return [each for each in emptying if taken.get(each.effect.site.function, sys.maxsize) <= each.effect.site.line]


def empties(access: Access) -> bool:
    """Whether nothing remains of what was there, and nothing of a session comes in its place."""
    effect = access.effect
    is_new = effect.value.is_new and not effect.value.origins and not access.carries_session_data
    return effect.action is Action.CLEAR or (effect.action is Action.REPLACE and is_new)
