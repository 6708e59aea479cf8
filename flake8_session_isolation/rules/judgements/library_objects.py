"""Attributes of a library's object that all sessions use: what a handler sets there is in force for each of them."""

from __future__ import annotations

from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.interference.meetings import OF_ONE_CONTEXT
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.rules.judgements.readers import finders, outlasts


def is_left_on_library_object(access: Access, meeting: Meeting) -> bool:
    """Whether a handler sets an attribute of the object itself to what came in, and others use the object: in threads
    any, on one loop those who have not set it before or have waited since."""
    effect = access.effect
    is_setting = meeting.is_library_object and effect.action is Action.REPLACE and len(effect.path.steps) == 1
    if not is_setting or not access.standing.is_by_facts or not access.carries_unchanged:
        return False
    found = finders(access, meeting)
    return any(access.in_threads or each.effect.late or not each.effect.after for each in found)


def is_left_on_held_object(access: Access, meeting: Meeting) -> bool:
    """Whether a served function sets an attribute of an object of unknown class, which an object for all sessions holds,
    to what came in, and uses the attribute itself after others had their turn. An object that is by its name a proxy
    is another one for each context."""
    effect, root = access.effect, access.effect.path.root
    is_setting = root.kind is Kind.OBJECT and effect.action is Action.REPLACE and len(effect.path.steps) == 1
    if not is_setting or not access.carries_unchanged or any(each in root.name.lower() for each in OF_ONE_CONTEXT):
        return False
    own = (each for each in finders(access, meeting) if each.entry is access.entry)
    return any(each.effect.path == effect.path and outlasts(access, each) for each in own)
