"""SIS007 thread-local-in-coroutine: a session's state is kept in a thread-local, which all coroutines of a loop share.

A `threading.local` gives each thread attributes of its own.  The coroutines of an event loop all run in one thread, so
for them it is a module variable: while one waits, another sets the attribute, and the first continues with its value.

Example:
    import asyncio
    import threading

    current = threading.local()

    async def handle(user, message):
        current.user = user
        await asyncio.sleep(0)
        return f"{current.user}: {message}"

Instead:
    import asyncio
    from contextvars import ContextVar

    current_user = ContextVar("current_user")

    async def handle(user, message):
        current_user.set(user)
        await asyncio.sleep(0)
        return f"{current_user.get()}: {message}"

Not reported: functions that run in threads, what is no session's data (a client for each thread), what is set and read
back without an await, what is set where it was found missing, values that are not read.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.finding import Finding
from flake8_session_isolation.interference.accesses import Meeting, one_per_function
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
                yield access.finding(CODE, MESSAGE, function=access.inner_function)
