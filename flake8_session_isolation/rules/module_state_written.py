"""SIS001 module-state-written: served code leaves one session's state in a module or process variable.

What it does:
    Reports appends, stores and assignments of session data to a variable of a module, of an enclosing function, of
    the application or of the process.

Why is this bad?
    A module is loaded once and shared by all users. What a handler appends to a module's list or assigns to its
    variable is still there when the next user's request is served, or is overwritten while this one waits: user A
    gets user B's data.

Example:
    history = []

    async def chat(message):
        history.append(message)
        return await complete(history)

    async def complete(messages):
        return " ".join(messages)

Use instead:
    histories = {}

    async def chat(user_id, message):
        histories[user_id] = [*histories.get(user_id, ()), message]
        return await complete(histories[user_id])

    async def complete(messages):
        return " ".join(messages)

Not reported:
    stores under a key that tells sessions apart, values without session data, caches that are filled where an entry
    was missing, registries whose elements are removed again, queues, functions that run once, reads that only log.

Related rules:
    SIS003 for races on such state, SIS101 for functions of a library; PLW0603 (pylint, ruff) reports every `global`
    statement.

References:
    CWE-488, exposure of data element to wrong session: https://cwe.mitre.org/data/definitions/488.html
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.finding import Finding
from flake8_session_isolation.interference.accesses import Meeting
from flake8_session_isolation.interference.one_per_bug import one_per_function
from flake8_session_isolation.rules.judgements.session_state import session_writes
from flake8_session_isolation.rules.messages.state import kind_of, names_of, verb_of

CODE = "SIS001"
NAME = "module-state-written"
MESSAGE = "{kind}: '{function}' {verb} '{place}'{through}, {reader}; {cure}"


def find(meetings: list[Meeting]) -> Iterator[Finding]:
    """The first harmful write of each function to each module or process place."""
    for meeting in meetings:
        if meeting.is_module_state:
            for access in one_per_function(session_writes(meeting)):
                kind, verb = kind_of(meeting), verb_of(access, meeting)
                yield access.finding(CODE, MESSAGE, kind=kind, verb=verb, **names_of(access, meeting))
