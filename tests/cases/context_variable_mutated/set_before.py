"""An object that the same call has put into the variable is its own, in its helpers and after a pause as well."""
import asyncio
from contextlib import contextmanager
from contextvars import ContextVar

own = ContextVar("own", default={})


async def set_at_the_beginning_ok(user):
    own.set({})
    await asyncio.sleep(0)
    own.get()["user"] = user
    await asyncio.sleep(0)
    return own.get()["user"]


filled = ContextVar("filled", default={})


def fill(user):
    filled.get()["user"] = user


async def filled_by_a_helper_ok(user):
    filled.set({})
    fill(user)
    await asyncio.sleep(0)
    return filled.get()["user"]


begun = ContextVar("begun", default=[])


def begin():
    begun.set([])


async def begun_by_a_helper_ok(user, message):
    begin()
    begun.get().append(message)
    await asyncio.sleep(0)
    return begun.get()


either = ContextVar("either", default=[])


async def set_on_both_branches_ok(user, message):
    if message:
        either.set([message])
    else:
        either.set([])
    either.get().append(user)
    await asyncio.sleep(0)
    return either.get()


sometimes = ContextVar("sometimes", default=[])


async def set_on_one_branch_bad(user, message):
    if not message:
        sometimes.set([])
    sometimes.get().append(message)  # error: 4, SIS005
    await asyncio.sleep(0)
    return list(sometimes.get())


late = ContextVar("late", default=[])


async def set_after_the_change_bad(user, message):
    said = late.get()
    said.append(message)  # error: 4, SIS005
    late.set([])
    await asyncio.sleep(0)
    return list(said)


scoped = ContextVar("scoped", default=())


@contextmanager
def collecting():
    token = scoped.set([])
    try:
        yield scoped.get()
    finally:
        scoped.reset(token)


async def holder_of_a_context_manager_ok(user, message):
    with collecting() as notes:
        notes.append(message)
        await asyncio.sleep(0)
        return list(notes)


collected = ContextVar("collected", default=None)


def collect():
    collected.set([])


def note(message):
    notes = collected.get()
    if notes is not None:
        notes.append(message)


async def child(message):
    note(message)


async def holder_for_the_tasks_of_one_request_ok(user, message):
    collect()
    await asyncio.gather(child(message), child(message))
    return collected.get()
