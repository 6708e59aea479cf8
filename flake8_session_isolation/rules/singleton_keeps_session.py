"""SIS004 singleton-keeps-session: an object that serves every session keeps one session's data on itself.

What it does:
    Reports session data that a method of a shared object stores in an attribute of the object.

Why is this bad?
    Of a service, an agent, a middleware or a cog there is one instance, and every request uses it. What a handler
    stores on `self` for one user is still there when the next one is served, or is overwritten while the first one
    waits.

Example:
    import asyncio

    class Assistant:
        def __init__(self):
            self.user = None

        async def ask(self, user, question):
            self.user = user
            answer = await complete(question)
            return f"{self.user}: {answer}"

    assistant = Assistant()

    async def complete(question):
        await asyncio.sleep(1)
        return question.upper()

Use instead:
    import asyncio

    class Assistant:
        async def ask(self, user, question):
            answer = await complete(question)
            return f"{user}: {answer}"

    assistant = Assistant()

    async def complete(question):
        await asyncio.sleep(1)
        return question.upper()

Not reported:
    attributes of objects made for one request or session, stores under a key that tells sessions apart, values that
    are written and read again without a pause between, settings made at the start, statistics, objects that are not
    known to be shared.

Related rules:
    SIS104 for objects that may be shared, SIS003 for races on such attributes.

References:
    CWE-488, exposure of data element to wrong session: https://cwe.mitre.org/data/definitions/488.html
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.finding import Finding
from flake8_session_isolation.interference.accesses import Meeting
from flake8_session_isolation.interference.one_per_bug import one_per_bug, one_per_object
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.rules.judgements.session_state import session_writes
from flake8_session_isolation.rules.messages.state import names_of

CODE = "SIS004"
NAME = "singleton-keeps-session"
MESSAGE = "session kept on a shared object: '{function}' {verb} '{place}'{through}, {reader}; {cure}"


def find(meetings: list[Meeting]) -> Iterator[Finding]:
    """The first harmful write to each attribute of an object that serves all sessions; of several attributes that one
    function writes, or one method resets, to one."""
    objects = (each for each in meetings if each.root.kind is Kind.OBJECT)
    found = {access: each for each in objects for access in one_per_bug(session_writes(each))}
    for access in one_per_object(found):
        yield access.finding(CODE, MESSAGE, **names_of(access, found[access]))
