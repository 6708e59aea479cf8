"""Execution contexts: how a function runs, and why that is known."""

from __future__ import annotations

import enum
from typing import NamedTuple

from flake8_session_isolation.facts import How


class Context(enum.Enum):
    """How a function runs."""

    TASKS = "served, as tasks of one event loop"
    THREADS = "served, in threads"
    SERIAL = "served, one at a time"
    BACKGROUND = "runs in the background, once"
    ONCE = "runs once"
    TEST = "runs once, in a test"
    UNKNOWN = "unknown"

    @property
    def is_served(self) -> bool:
        """Whether sessions run it."""
        return self in (Context.TASKS, Context.THREADS, Context.SERIAL)


class Standing(NamedTuple):
    """A function's contexts and the reason for them. Further: whether sessions enter through it, whether it is
    registered as a handler, and whether facts say so. An administrative handler is one that only administrators may
    call, as a name in its signature or decorators says: what it sets is meant for all. A supposed standing is shown by
    nothing. In a reuse, one object is entered by all calls of the function that it decorates. An ending method is by
    its name the last of its object, and finds nothing there for a session. `row` is the name of the fact that shows the
    standing."""

    contexts: frozenset[Context]
    because: str
    is_entry: bool = False
    is_handler: bool = False
    is_by_facts: bool = False
    is_administrative: bool = False
    is_supposed: bool = False
    is_reuse: bool = False
    is_ending: bool = False
    row: str = ""

    @property
    def is_served(self) -> bool:
        """Whether sessions run it."""
        return any(each.is_served for each in self.contexts)

    def __str__(self) -> str:
        """As the explanation page prints it."""
        return f"{', '.join(sorted(each.value for each in self.contexts))}, because {self.because}"


def through(how: How, context: Context) -> Context:
    """The context of a function that a function of this context runs in this way."""
    if context is Context.TEST and how is not How.SERVE:
        return context
    if how in (How.ONCE, How.PROCESS):
        return Context.ONCE
    if how is How.SERVE:
        return Context.TASKS
    if how is How.THREAD:
        return {Context.TASKS: Context.THREADS, Context.ONCE: Context.BACKGROUND}.get(context, context)
    if how is How.TASK:
        return {Context.THREADS: Context.TASKS, Context.ONCE: Context.BACKGROUND}.get(context, context)
    return context


def decisive(contexts: set[Context]) -> set[Context]:
    """The contexts without those that count for nothing beside others: an unknown caller, or a test."""
    for least in (Context.UNKNOWN, Context.TEST):
        contexts = contexts - {least} or contexts
    return contexts
