"""SIS005 context-variable-mutated: the object in a context variable is changed in place, not replaced.

A context variable gives each task a value of its own, but not a copy of it.  A task inherits the object that its parent
had, and the default is one object for all.  What is appended to it or stored into it, the other tasks find there:
parent, siblings, and with a default every user's.  Only setting a new object is private to the task.

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

from flake8_session_isolation.finding import Finding
from flake8_session_isolation.interference.accesses import Meeting, one_per_function
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.rules.judgements.context_variables import mixed_changes

CODE = "SIS005"
NAME = "context-variable-mutated"
MESSAGE = "context variable mutated: '{function}' {verb} '{place}', visible to other tasks; set a new object"


def find(meetings: list[Meeting]) -> Iterator[Finding]:
    """The first change in place of each function to the object in each context variable."""
    for meeting in meetings:
        if meeting.root.kind is Kind.CONTEXT:
            for access in one_per_function(mixed_changes(meeting)):
                yield access.finding(CODE, MESSAGE, function=access.inner_function)
