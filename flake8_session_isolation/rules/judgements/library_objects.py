"""Attributes of a library's object in a module's variable: what a handler sets there is in force for all who use it."""

from __future__ import annotations

from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.judgements.readers import finders


def is_left_on_library_object(access: Access, meeting: Meeting) -> bool:
    """Whether a handler sets an attribute of the object itself to what came in, and others use the object: in threads
    any, on one loop those who have not set it before or have waited since."""
    effect = access.effect
    is_setting = meeting.is_library_object and effect.action is Action.REPLACE and len(effect.path.steps) == 1
    if not is_setting or not access.standing.is_by_facts or not access.carries_unchanged:
        return False
    found = finders(access, meeting)
    return any(access.in_threads or each.effect.late or not each.effect.after for each in found)
