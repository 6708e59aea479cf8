"""Objects in context variables that are changed in place although other tasks share them."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.dataflow.effects import By, literal
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules import benign
from flake8_session_isolation.rules.judgements.harms import Harm, Proof, does_harm
from flake8_session_isolation.rules.judgements.stored_values import is_stored_back


def mixed_changes(meeting: Meeting) -> Iterator[Access]:
    """Changes in place that others see: the default is shared by all, or the task may have inherited the object."""
    return (each for each in meeting.writes() if does_harm(each, meeting, CONTEXT_HARMS))


def _is_change(access: Access, meeting: Meeting) -> bool:
    return True


def _is_put_back(access: Access, meeting: Meeting) -> bool:
    """Whether the variable is then set to the changed object, as if that made it the task's own.

    Who sets a variable of another file, that file knows; a function that nothing serves may be called by it.
    """
    is_known = access.is_served or access.effect.path.root.name.startswith(access.module.prefix)
    back = (each for each in meeting.writes() if is_stored_back(each))
    return is_known and any(access.effect.site in each.effect.after for each in back)


def _is_in_others(access: Access, meeting: Meeting) -> bool:
    """Whether other tasks have the object: it is a default, or may be inherited. For a variable of another file not all
    assignments are known, and attributes of an object are meant to be set."""
    if _has_default(meeting):
        return True
    is_in_container = all(each.is_item for each in access.effect.path.steps)
    is_all_here = access.is_in_this_file and access.is_entered_here
    return is_all_here and is_in_container and _is_made_where_missing(meeting)


def _has_default(meeting: Meeting) -> bool:
    """Whether some read gets a mutable default."""
    return any(not each.effect.path.steps and each.effect.value.shapes for each in meeting.reads())


def _is_made_where_missing(meeting: Meeting) -> bool:
    """Whether objects are only set if none was found, so that a task mutates what it has inherited."""
    sets = [each for each in meeting.writes() if _sets_anew(each)]
    return bool(sets) and all(any(by.by is By.GUARD for by in each.effect.depends) for each in sets)


def _sets_anew(access: Access) -> bool:
    effect = access.effect
    is_set = effect.action is Action.REPLACE and not effect.path.steps
    return is_set and not literal(effect.value)


CONTEXT_HARMS = (
    Harm(_is_change, benign.CONTEXT_CHANGE, (Proof(_is_in_others, "the object was set for this context"),)),
    Harm(_is_change, benign.CONTEXT_PUT_BACK, (Proof(_is_put_back, "the object was set for this context"),)),
)
