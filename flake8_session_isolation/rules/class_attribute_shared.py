"""SIS002 class-attribute-shared: a list or dict of the class is changed as if each instance had its own.

What it does:
    Reports changes to a mutable class attribute through an instance, and session data that served code assigns to an
    attribute of the class.

Why is this bad?
    A class body runs once: `messages = []` in it creates one list for all instances. What one user's object appends,
    every other user's object shows.

Example:
    class Agent:
        messages = []

        def add(self, message):
            self.messages.append(message)

Use instead:
    class Agent:
        def __init__(self):
            self.messages = []

        def add(self, message):
            self.messages.append(message)

Not reported:
    attributes that instances bind for themselves, fields that a library copies (dataclasses, pydantic, attrs), stores
    under a key, registries of the instances themselves, class attributes that nothing changes.

Related rules:
    RUF012 (ruff) reports the declaration of a mutable class attribute and proposes `ClassVar`; where SIS002 reports a
    change, create it in `__init__` instead, or change a copy: `links = list(self.links or [])`.

References:
    CWE-488, exposure of data element to wrong session: https://cwe.mitre.org/data/definitions/488.html
    https://docs.python.org/3/tutorial/classes.html#class-and-instance-variables
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.facts import Action
from flake8_session_isolation.finding import Finding
from flake8_session_isolation.interference.accesses import MOST_NAMED, Access, Meeting
from flake8_session_isolation.interference.one_per_bug import one_per_bug, one_per_class
from flake8_session_isolation.linking.local_aliases import local_alias
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.rules.judgements.class_attributes import mixed_writes
from flake8_session_isolation.rules.messages.races import lost_update_names

CODE = "SIS002"
NAME = "class-attribute-shared"
MESSAGE = "shared class attribute: '{function}' {verb} '{place}'{through}, one {kind} for all {users}; {cure}"


def find(meetings: list[Meeting]) -> Iterator[Finding]:
    """The first harmful write of each method to each class attribute; of several attributes that it sets on the class
    the first."""
    classes = (each for each in meetings if each.root.kind is Kind.CLASS)
    for access, others in one_per_class(found for each in classes for found in one_per_bug(mixed_writes(each))):
        users, cure = _advice(access)
        more = {"also": f" (also {', '.join(map(repr, others[:MOST_NAMED]))})"} if others else {}
        yield access.finding(CODE, MESSAGE, kind=_kind(access), users=users, cure=cure, **more)


def _advice(access: Access) -> tuple[str, str]:
    """Who shares the attribute, and the cure: only what instances change belongs to each instance."""
    if lost := lost_update_names(access):
        return "instances" if access.effect.path.root.by_instance else "sessions", lost["cure"]
    is_assigned = access.effect.action is Action.REPLACE
    if access.effect.path.root.by_instance:
        return "instances", "set it on the instance" if is_assigned else _cure_of_change(access)
    return "sessions", "pass it as an argument" if is_assigned else "keep one per session"


def _cure_of_change(access: Access) -> str:
    """The cure of a change; with a local variable the function may have meant to change a list of its own."""
    alias = local_alias(access.writer, access.effect.path.root.name) if access.writer is not None else None
    if alias is None:
        return "create it in __init__"
    return "change a copy" if alias.is_choice else "create it in __init__, or change a copy"


def _kind(access: Access) -> str:
    """The kind of the attribute, for the message."""
    if access.effect.action in (Action.GROW, Action.ADD):
        return "list" if access.effect.action is Action.GROW else "set"
    return "value" if access.effect.action is Action.REPLACE else "dict"
