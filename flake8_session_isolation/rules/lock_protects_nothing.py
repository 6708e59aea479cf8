"""SIS008 lock-protects-nothing: the lock does not protect the state, or can block forever.

What it does:
    Reports locks that are created on every call, released too early, acquired too late, of the wrong kind, or not
    held by another writer.

Why is this bad?
    A lock excludes only code that acquires the same lock, and only while it is held. A threading lock held across an
    await blocks the event loop as soon as a second request acquires it.

Example:
    import asyncio

    seats = 10

    async def book(user_id):
        global seats
        async with asyncio.Lock():
            if seats > 0:
                await pay(user_id)
                seats -= 1

    async def pay(user_id):
        await asyncio.sleep(1)

Use instead:
    import asyncio

    seats = 10
    lock = asyncio.Lock()

    async def book(user_id):
        global seats
        async with lock:
            if seats > 0:
                await pay(user_id)
                seats -= 1

    async def pay(user_id):
        await asyncio.sleep(1)

Not reported:
    locks that are passed in or come from elsewhere, semaphores that only limit concurrency, a test repeated under the
    lock, a threading lock that is released before the await.

Related rules:
    SIS003 where no lock is held; flake8-async reports blocking calls in coroutines.

References:
    CWE-821, incorrect synchronization: https://cwe.mitre.org/data/definitions/821.html
    https://docs.python.org/3/library/asyncio-sync.html
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.finding import Finding
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.judgements.lock_protection import (
    FAILURES,
    Failure,
    IneffectiveLock,
    LockConflict,
    first_of_each_place,
    ineffective_lock,
    lock_conflicts,
    unprotected,
)
from flake8_session_isolation.slicing.execution_context import Context

CODE = "SIS008"
NAME = "lock-protects-nothing"
MESSAGE = "lock {harm}: '{lock}' {failure}; {cure}"
BLOCKS = "blocks the event loop"
"""What a thread lock does that is held across an await."""

_WORDS = {
    Failure.MADE_ANEW: ("is created on every call", "create it once, for all calls"),
    Failure.NEVER_WAITS: ("never blocks", "use a lock"),
    Failure.LETS_SEVERAL_IN: ("admits several callers to '{place}'", "use a lock"),
    Failure.OTHER_LOOP: ("works in one event loop, '{place}' is used in several", "use a thread lock"),
    Failure.OTHER_KEY: ("is not the lock of '{place}'", "use one key for both"),
    Failure.TAKEN_LATE: ("is acquired after '{place}' was checked", "re-check under the lock"),
    Failure.RELEASED_EARLY: ("is released before '{place}' is used again", "hold it over both"),
    Failure.NOT_EVERYWHERE: ("is not held where '{place}' is resized", "hold it there too"),
}


def find(meetings: list[Meeting]) -> Iterator[Finding]:
    """Locks taken in a wrong way, locks that do not cover the accesses, and writes of one place under two locks. What
    each context or thread sets for itself needs no lock."""
    for meeting in meetings:
        misheld = (each for each in meeting.misheld_locks() if _takes_turns(each) and each.is_in_this_file)
        yield from map(_wrongly_taken, misheld)
        if meeting.is_own:
            continue
        found = [(access, wrong) for access in unprotected(meeting) if (wrong := ineffective_lock(access)) is not None]
        yield from (_useless(access, wrong) for access, wrong in found)
        if not found:
            yield from map(_conflict, first_of_each_place(lock_conflicts(meeting)))


def _takes_turns(access: Access) -> bool:
    """Whether sessions run the function concurrently; a thread's lock across a pause is wrong among tasks."""
    contexts = access.standing.contexts if not access.standing.is_reuse else ()
    return Context.TASKS in contexts or (Context.THREADS in contexts and not access.effect.late)


def _wrongly_taken(access: Access) -> Finding:
    lock = str(access.effect.path)
    flaw = next((each.flaw for each in access.effect.locks if each.flaw is not None), None)
    if flaw is not None:
        return _finding(access, access.line, access.column, lock, *_WORDS[FAILURES[flaw]])
    failure = "is a thread lock, held across an await"
    return _finding(access, access.line, access.column, lock, failure, "use an async lock", BLOCKS)


def _useless(access: Access, wrong: IneffectiveLock) -> Finding:
    """At the place where the lock is taken, if it is none for other calls; else where the shared place is used."""
    failure, cure = _WORDS[wrong.failure]
    line, column = access.line, access.column
    is_no_lock = wrong.failure in (Failure.MADE_ANEW, Failure.NEVER_WAITS)
    if is_no_lock and access.is_in_this_file and wrong.held.function == access.effect.site.function:
        line, column = wrong.held.entered
    return _finding(access, line, column, str(wrong.held.path), failure.format(place=access.effect.path), cure)


def _conflict(found: LockConflict) -> Finding:
    access = found.access
    mine, theirs = (sorted(str(held.path) for held in each.effect.locks if not held.is_gate) for each in found)
    failure = f"is held for '{access.effect.path}' here, '{theirs[0]}' elsewhere"
    return _finding(access, access.line, access.column, mine[0], failure, "use one lock for both")


def _finding(
    access: Access, line: int, column: int, lock: str, failure: str, cure: str, harm: str = "protects nothing",
) -> Finding:
    found = access.finding(CODE, MESSAGE, harm=harm, lock=lock, failure=failure, cure=cure)
    return found._replace(line=line, column=column)
