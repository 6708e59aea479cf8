"""Attributes of objects that all sessions use without a place of their own: of a library's object, or of each element
a container that the program fills.  What a handler sets there is in force for each session."""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import Use
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.interference.meetings import OF_ONE_CONTEXT
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.rules.judgements.readers import finders, outlasts
from flake8_session_isolation.rules.judgements.stored_values import tells_a_user


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
    """Whether a served function sets an attribute of an object of unknown class, which one object for all holds, to
    what came in, and uses the attribute itself after others had their turn. An object that is by its name a proxy
    is another one for each context."""
    effect, root = access.effect, access.effect.path.root
    is_setting = root.kind is Kind.OBJECT and effect.action is Action.REPLACE and len(effect.path.steps) == 1
    if not is_setting or not access.carries_unchanged or any(each in root.name.lower() for each in OF_ONE_CONTEXT):
        return False
    return _is_used_later(access, meeting)


def is_left_on_each(access: Access, meeting: Meeting) -> bool:
    """Whether a served function sets an attribute of every element of a container, or of what a cached property of the
    one object gives, to what came in, and uses it itself after others had their turn: a loop over all elements keeps no
    sessions apart. A container that sessions fill may hold an object for each of them, and a test in the loop may
    choose one."""
    effect = access.effect
    *way, last = effect.path.steps or (None,)
    if last is None or last.is_item or effect.action is not Action.REPLACE or not (way and access.carries_unchanged):
        return False
    is_cached = meeting.root.kind is Kind.CACHED and meeting.is_of_one_object
    if not (is_cached or meeting.root.kind in _KEEPING):
        return False
    elements = way[is_cached:]  # a cached property is kept by its object, of which there is one
    is_each = all(step.is_item and step.name == "*" and step.parameter is None for step in elements)
    if not is_each or (elements and not access.is_for_every_element):
        return False
    return not any(map(_fills, meeting.writes())) and _is_used_later(access, meeting)


def _fills(access: Access) -> bool:
    """Whether a session changes which elements there are."""
    return access.is_served and all(each.is_item for each in access.effect.path.steps)


def _is_used_later(access: Access, meeting: Meeting) -> bool:
    """Whether the call that sets an attribute uses it after others had their turn, or then calls a method of the object
    that has it: for the user whom the attribute names, or to reply with what the method gives. Another method may do to
    the object what was asked for: `lamp.level = level` before `await lamp.update()`."""
    path = access.effect.path
    whole = path._replace(steps=path.steps[:-1])
    own = [each for each in finders(access, meeting) if each.entry is access.entry and outlasts(access, each)]
    called = (each for each in own if each.effect.path == whole and each.effect.use is Use.RECEIVER)
    is_for_a_user = tells_a_user(access)
    return any(each.effect.path == path for each in own) or any(is_for_a_user or each.is_replied for each in called)


_KEEPING = (Kind.MODULE, Kind.OBJECT)
