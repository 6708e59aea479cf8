"""SIS003 missing-lock: an update of a shared place spans an await, and no lock is held over it.

At an `await` another request gets its turn.  What was read, tested or written before it may be different after it; a
write that relies on it loses the other request's update or mixes with it.  In threads this can happen anywhere.

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

Instead:
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

Not reported: a test repeated after the await, one lock or flag over both halves, caches whose entries are only looked
up, values that do not depend on what was read, objects of one session.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.effects import By
from flake8_session_isolation.facts import Action
from flake8_session_isolation.finding import Finding, sentence
from flake8_session_isolation.meetings import Meeting, Visit
from flake8_session_isolation.paths import Kind
from flake8_session_isolation.protection import disturbed, pretence

CODE = "SIS003"
NAME = "missing-lock"
MESSAGE = "missing lock: '{place}' {what}; hold one lock over {cure}"


def find(meetings: list[Meeting]) -> Iterator[Finding]:
    """The first write of each function that acts on what may have changed, and loops over what others resize, where
    no lock is held at all."""
    for meeting in meetings:
        passed_over = meeting.is_own or meeting.root.kind in (Kind.DEFAULT, Kind.CACHED)
        for visit in () if passed_over else late_visits(meeting):
            what, cure = story(visit)
            path = visit.effect.path
            place = path._replace(steps=path.steps[:-1]) if _is_counted(visit) else path
            text = sentence(MESSAGE, CODE, place=str(place), what=what, cure=cure)
            yield Finding(visit.line, visit.column, CODE, text)


def late_visits(meeting: Meeting) -> Iterator[Visit]:
    """The visits that come too late and hold no lock, one for each function."""
    return (each for each in disturbed(meeting) if pretence(each) is None)


def story(visit: Visit) -> tuple[str, str]:
    """What happens, and what the lock has to cover."""
    between = "while other threads run" if visit.in_threads else "after an await"
    kinds = {each.by for each in visit.effect.depends}
    if visit.effect.action is Action.ITERATE:
        return "may be resized while a loop over it awaits", "the loop"
    if By.REPLY in kinds:
        return f"is sent to, then received from {between}", "both"
    if By.GROWTH in kinds:
        return f"is changed again {between}", "both changes"
    if By.VALUE in kinds:
        return f"is read, then written {between}", "both"
    if _is_counted(visit):
        return f"is counted, then added to {between}", "both"
    return f"is tested, then set {between}", "both"


def _is_counted(visit: Visit) -> bool:
    """Whether what was tested is the whole into which one more is put."""
    whole = visit.effect.path.steps[:-1]
    guards = [each.read.path for each in visit.effect.depends if each.by is By.GUARD]
    replaces = visit.effect.action is Action.REPLACE
    return bool(guards) and not replaces and all(each.steps == whole for each in guards)
