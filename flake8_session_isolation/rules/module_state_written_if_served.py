"""SIS101 module-state-written-if-served: as SIS001, in plain functions that are not known to be served.

What it does:
    Reports session state that a library's function or context manager keeps in a module variable. Off unless
    `extend-select = SIS101` (or `SIS1`) turns it on.

Why is this bad?
    A library that keeps the caller's data in a module variable works in a script. In a server, one request finds the
    data of another.

Example:
    from contextlib import contextmanager

    current = None

    @contextmanager
    def session(user_id):
        global current
        current = user_id
        yield
        current = None

    def user_of_the_session():
        return current

Use instead:
    from contextlib import contextmanager
    from contextvars import ContextVar

    current = ContextVar("current", default=None)

    @contextmanager
    def session(user_id):
        token = current.set(user_id)
        yield
        current.reset(token)

    def user_of_the_session():
        return current.get()

Not reported:
    what SIS001 does not report; functions that are seen to run once, and those whose names say that they start a
    program, register a part of it or set a default for all; functions that a package keeps to itself: neither in
    `__all__` nor imported by an `__init__.py`, nor in a public module where no `__init__.py` imports anything.

Related rules:
    SIS001, where something shows that the function is served.

References:
    CWE-488, exposure of data element to wrong session: https://cwe.mitre.org/data/definitions/488.html
    https://docs.python.org/3/library/contextvars.html
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.finding import Finding
from flake8_session_isolation.interference.accesses import Meeting
from flake8_session_isolation.interference.one_per_bug import one_per_function
from flake8_session_isolation.rules.judgements.session_state import session_writes
from flake8_session_isolation.rules.messages.state import kind_of, names_of, verb_of

CODE = "SIS101"
NAME = "module-state-written-if-served"
MESSAGE = "{kind}, if a server calls this: '{function}' {verb} '{place}'{through}; {cure}"


def find(meetings: list[Meeting]) -> Iterator[Finding]:
    """The first harmful write of each function without known callers to each module or process place."""
    for meeting in meetings:
        if meeting.is_module_state:
            supposed = [each for each in session_writes(meeting) if each.standing.is_supposed and each.is_in_this_file]
            for access in one_per_function(supposed):
                kind, verb = kind_of(meeting), verb_of(access, meeting)
                yield access.finding(CODE, MESSAGE, kind=kind, verb=verb, **names_of(access, meeting))
