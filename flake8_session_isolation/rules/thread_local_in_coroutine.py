"""SIS007 thread-local-in-coroutine: a session's state is kept in a thread-local, which all coroutines of a loop share.

What it does:
    Reports session data that code on an event loop stores in a `threading.local`, where another session finds it.

Why is this bad?
    A `threading.local` gives each thread its own attributes. The coroutines of an event loop all run in one thread,
    so for them it is a module variable: while one waits, another sets the attribute, and the first continues with its
    value.

Example:
    import asyncio
    import threading

    current = threading.local()

    async def handle(user, message):
        current.user = user
        await asyncio.sleep(0)
        return f"{current.user}: {message}"

Use instead:
    import asyncio
    from contextvars import ContextVar

    current_user = ContextVar("current_user")

    async def handle(user, message):
        current_user.set(user)
        await asyncio.sleep(0)
        return f"{current_user.get()}: {message}"

Not reported:
    functions that run in threads, values without session data (a client for each thread), values that are set and
    restored without an await, values that are set where they were missing, values that are not read.

Related rules:
    SIS107 for plain functions that coroutines may call.

References:
    CWE-488, exposure of data element to wrong session: https://cwe.mitre.org/data/definitions/488.html
    https://docs.python.org/3/library/contextvars.html
    https://docs.python.org/3/library/threading.html#thread-local-data
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.finding import Finding
from flake8_session_isolation.interference.accesses import Meeting
from flake8_session_isolation.interference.one_per_bug import one_per_function
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.rules.judgements.thread_locals import harmful

CODE = "SIS007"
NAME = "thread-local-in-coroutine"
MESSAGE = "thread-local in a coroutine: '{function}' {verb} '{place}', shared by all coroutines; use a ContextVar"


def find(meetings: list[Meeting]) -> Iterator[Finding]:
    """The first access of each function by which sessions meet in each attribute of a thread-local."""
    for meeting in meetings:
        if meeting.root.kind is Kind.THREAD:
            for access in one_per_function(harmful(meeting)):
                yield access.finding(CODE, MESSAGE, function=access.writer_shown)
