"""SIS005 context-variable-mutated: the object in a context variable is changed in place, not replaced.

A context variable gives each task a value of its own, but not a copy of it.  A task inherits the object that its parent
had, and the default is one object for all.  What is appended to it or stored into it there, the others see: parent,
siblings, and with a default every user.  Setting a new object is what stays in the task.

Example:
    from contextvars import ContextVar

    messages = ContextVar("messages", default=[])

    async def chat(message):
        messages.get().append(message)
        return await complete(messages.get())

    async def complete(history):
        return " ".join(history)

Instead:
    from contextvars import ContextVar

    messages = ContextVar("messages", default=())

    async def chat(message):
        messages.set((*messages.get(), message))
        return await complete(messages.get())

    async def complete(history):
        return " ".join(history)

Not reported: a mutable default that nothing changes, an object that the same call has set before, a holder that another
function sets anew for each request, what is stored where it was found missing, methods of unknown objects.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.dataflow.effects import By, literal
from flake8_session_isolation.facts import Action
from flake8_session_isolation.finding import Finding
from flake8_session_isolation.interference.accesses import Access, Meeting, one_per_function
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.rules.judgements.session_state import is_reference
from flake8_session_isolation.slicing.execution_context import Context

CODE = "SIS005"
NAME = "context-variable-mutated"
MESSAGE = "context variable mutated: '{function}' {verb} '{place}', which other tasks see; set a new object"


def find(meetings: list[Meeting]) -> Iterator[Finding]:
    """The first change in place of each function to the object in each context variable."""
    for meeting in meetings:
        if meeting.root.kind is Kind.CONTEXT:
            for access in one_per_function(each for each in meeting.writes() if _mixes(each, meeting)):
                yield access.finding(CODE, MESSAGE, function=access.inner_function)


def _mixes(access: Access, meeting: Meeting) -> bool:
    """Whether the change reaches others: the default is one for all, or the task may have inherited the object."""
    if not _changes_in_place(access) or _runs_once(access) or _is_memo(access):
        return False
    if _is_put_back(access, meeting):
        return True
    if (
        access.effect.action in _REMOVALS
        or _knows_of_it(access)
        or (is_reference(access) and not access.effect.value.origins)
    ):
        return False
    is_inherited = access.is_in_this_file and _is_in_container(access) and _is_made_where_missing(meeting)
    return _has_default(meeting) or is_inherited


_REMOVALS = (Action.TAKE, Action.DISCARD, Action.DELETE, Action.CLEAR)


def _knows_of_it(access: Access) -> bool:
    """Whether it first looks if an object is there: then somebody has set one for it to fill."""
    return any(each.by is By.GUARD and not each.read.path.steps for each in access.effect.depends)


def _is_in_container(access: Access) -> bool:
    """Whether it is in a container that something changes; attributes of an object are made to be set."""
    return all(each.is_item for each in access.effect.path.steps)


def _changes_in_place(access: Access) -> bool:
    """Whether it changes the object, other than by setting or deleting the variable."""
    effect = access.effect
    if effect.path.steps:
        return True
    return effect.action not in (Action.REPLACE, Action.DELETE) and not _puts_back(access)


def _puts_back(access: Access) -> bool:
    """Whether the variable is set to the object that it had; an attribute may get back what it had before."""
    return not access.effect.path.steps and access.effect.path in access.effect.value.places


def _runs_once(access: Access) -> bool:
    return not access.is_served and Context.UNKNOWN not in access.standing.contexts


def _is_memo(access: Access) -> bool:
    """Whether an entry is computed and stored where that entry was looked for and not found."""
    effect = access.effect
    found_missing = any(
        each.by is By.GUARD and len(each.read.path.steps) == len(effect.path.steps) for each in effect.depends
    )
    came_in = any(not each.called for each in effect.value.origins)
    return effect.action is Action.STORE and found_missing and not came_in


def _has_default(meeting: Meeting) -> bool:
    """Whether some look finds a default that can be changed."""
    return any(not each.effect.path.steps and each.effect.value.shapes for each in meeting.reads())


def _is_put_back(access: Access, meeting: Meeting) -> bool:
    """Whether the variable is then set to the changed object, as if that made it the task's own."""
    return any(_puts_back(each) and access.effect.site in each.effect.after for each in meeting.writes())


def _is_made_where_missing(meeting: Meeting) -> bool:
    """Whether objects are only set where none was found, so that a task changes whatever it has inherited.

    Of a variable of another file not all is in sight that sets it.
    """
    sets = [each for each in meeting.writes() if _sets_anew(each)]
    return bool(sets) and all(any(by.by is By.GUARD for by in each.effect.depends) for each in sets)


def _sets_anew(access: Access) -> bool:
    effect = access.effect
    is_set = effect.action is Action.REPLACE and not effect.path.steps
    return is_set and not literal(effect.value)
