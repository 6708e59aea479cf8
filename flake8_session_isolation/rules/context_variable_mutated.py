"""SIS005 context-variable-mutated: the object in a context variable is changed in place, not replaced.

What it does:
    Reports changes in place to the object that a `ContextVar` holds.

Why is this bad?
    A context variable gives each task a value of its own, but not a copy of it. A task inherits its parent's object,
    and the default is one object for all. The other tasks see what is appended to it or stored into it: parent,
    siblings, and with a default every user's. Only setting a new object is private to the task.

Example:
    from contextvars import ContextVar

    messages = ContextVar("messages", default=[])

    async def chat(message):
        messages.get().append(message)
        return await complete(messages.get())

    async def complete(history):
        return " ".join(history)

Use instead:
    from contextvars import ContextVar

    messages = ContextVar("messages", default=())

    async def chat(message):
        messages.set((*messages.get(), message))
        return await complete(messages.get())

    async def complete(history):
        return " ".join(history)

Not reported:
    a mutable default that nothing changes, an object that the same call has set before, one of a variable that another
    function sets to a new object for each request, stores where an entry was missing, methods of unknown objects.

Related rules:
    B039 (bugbear, ruff) reports the declaration of a mutable default.

References:
    CWE-488, exposure of data element to wrong session: https://cwe.mitre.org/data/definitions/488.html
    https://docs.python.org/3/library/contextvars.html
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.finding import Finding
from flake8_session_isolation.interference.accesses import Meeting
from flake8_session_isolation.interference.one_per_bug import one_per_function
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
                yield access.finding(CODE, MESSAGE, function=access.writer_shown)
