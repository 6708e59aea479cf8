"""SIS002 class-attribute-shared: a list or dict of the class is changed as if each instance had its own.

A class body runs once: `messages = []` in it makes one list for all instances.  What one user's object appends, every
other user's object shows.  The same happens when served code assigns a session's data to an attribute of the class.

Example:
    class Agent:
        messages = []

        def add(self, message):
            self.messages.append(message)

Instead:
    class Agent:
        def __init__(self):
            self.messages = []

        def add(self, message):
            self.messages.append(message)

Not reported: attributes that instances bind for themselves, fields that a library copies (dataclasses, pydantic, attrs
...), stores under a key, registries of the instances themselves, class attributes that nothing changes.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.facts import Action
from flake8_session_isolation.finding import Finding
from flake8_session_isolation.interference.accesses import Access, Meeting, one_per_function
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.rules.judgements.session_state import (
    is_instance_of_writer,
    is_left,
    is_memo,
    is_of_one_request,
    is_read_as_a_whole,
    is_registry,
    is_registry_of_itself,
)

CODE = "SIS002"
NAME = "class-attribute-shared"
MESSAGE = "shared class attribute: '{place}' is one {kind} for all instances; create it in __init__"


def find(meetings: list[Meeting]) -> Iterator[Finding]:
    """The first harmful write of each method to each class attribute."""
    for meeting in meetings:
        if meeting.root.kind is Kind.CLASS and not is_registry(meeting):
            for access in one_per_function(each for each in meeting.writes() if _mixes(each, meeting)):
                yield access.finding(CODE, MESSAGE, kind=_kind(access))


def _mixes(access: Access, meeting: Meeting) -> bool:
    """Growth or a store under a constant, through an instance or in served code; or a session's data put on the
    class."""
    effect = access.effect
    if effect.locks or (meeting.is_declared_shared and not _is_said_to_a_handler(access)):
        return False
    if any(not step.is_item for step in effect.path.steps) or is_registry_of_itself(access) or _runs_at_import(access):
        return False
    if not effect.path.root.by_instance and not access.is_served:
        return False
    match effect.action:
        case Action.GROW:
            return not effect.path.is_keyed and not is_instance_of_writer(access)
        case Action.ADD:
            return effect.path.root.by_instance and is_read_as_a_whole(meeting)
        case Action.STORE if effect.path.root.by_instance and is_of_one_request(access):
            return len(effect.path.steps) == 1
        case _ if effect.path.is_keyed:
            return False
        case Action.STORE:
            return len(effect.path.steps) == 1 and not is_memo(access) and not is_instance_of_writer(access)
        case Action.UPDATE:
            return not effect.path.steps and effect.path.root.by_instance
        case Action.REPLACE:
            return effect.path.root.by_instance or is_left(access, meeting) or _is_set_for_others(access, meeting)
    return False


def _is_set_for_others(access: Access, meeting: Meeting) -> bool:
    """Whether a handler puts what it was called with on a class where no function of this file looks: those of other
    files do."""
    is_theirs = access.standing.is_told and access.carries_unchanged and not access.standing.is_administrative
    return is_theirs and not access.is_transient and not any(meeting.reads())


def _is_said_to_a_handler(access: Access) -> bool:
    """Whether a library's handler appends what a session brings: a list for that is none that is shared on purpose."""
    return access.standing.is_told and access.effect.action is Action.GROW and access.carries_session_data


def _runs_at_import(access: Access) -> bool:
    return access.inner_function in {"__init_subclass__", "__set_name__", "__class_getitem__"}


def _kind(access: Access) -> str:
    """What the attribute is, in a word."""
    if access.effect.action in (Action.GROW, Action.ADD):
        return "list" if access.effect.action is Action.GROW else "set"
    return "value" if access.effect.action is Action.REPLACE else "dict"
