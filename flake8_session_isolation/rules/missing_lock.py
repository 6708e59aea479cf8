"""SIS003 missing-lock: an update of a shared place spans an await, and no lock is held over it.

What it does:
    Reports writes that depend on a value that was read, tested or written before an `await`, loops over a container
    that others resize, and replies on a shared connection that may belong to another request.

Why is this bad?
    At an `await` another request may run. What was read before it may be different after it; a write that relies on
    it loses the other request's update or mixes with it. In threads this can happen at any point. If the data belongs
    to one user, keep one place per session instead: a lock only orders the updates.

Example:
    import asyncio

    sessions = {}

    async def chat(session_id, message):
        sessions.setdefault(session_id, []).append(message)
        answer = await complete(sessions[session_id])
        sessions[session_id].append(answer)
        return answer

    async def complete(messages):
        await asyncio.sleep(1)
        return " ".join(messages)

Use instead:
    import asyncio
    from collections import defaultdict

    sessions = {}
    locks = defaultdict(asyncio.Lock)

    async def chat(session_id, message):
        async with locks[session_id]:
            sessions.setdefault(session_id, []).append(message)
            answer = await complete(sessions[session_id])
            sessions[session_id].append(answer)
            return answer

    async def complete(messages):
        await asyncio.sleep(1)
        return " ".join(messages)

Not reported:
    a test repeated after the await, one lock or flag over both halves, caches whose entries are only looked up,
    values that do not depend on what was read, objects of one session.

Related rules:
    SIS008 for locks without effect, SIS103 for objects that may be shared; ASYNC rules (flake8-async, ruff) report
    blocking calls in coroutines.

References:
    CWE-362, race condition: https://cwe.mitre.org/data/definitions/362.html
    https://docs.python.org/3/library/asyncio-sync.html
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.finding import Finding
from flake8_session_isolation.interference.accesses import Meeting
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.rules.judgements.late_accesses import late_accesses
from flake8_session_isolation.rules.messages.races import keepers_of_sessions, late_names

CODE = "SIS003"
NAME = "missing-lock"
MESSAGE = "missing lock: '{place}' {what}{where}; {cure}"


def find(meetings: list[Meeting]) -> Iterator[Finding]:
    """The first write of each function that acts on what may have changed, and loops over what others resize, where
    no lock is held at all."""
    keepers = keepers_of_sessions(meetings)
    for meeting in meetings:
        passed_over = meeting.is_own or meeting.root.kind in (Kind.DEFAULT, Kind.CACHED)
        for access in () if passed_over else late_accesses(meeting):
            yield access.finding(CODE, MESSAGE, **late_names(access, meeting, keepers))
