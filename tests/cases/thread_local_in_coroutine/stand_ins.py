"""A thread-local is one where something else may stand in for it, and an identifier made for a call is the call's."""
import asyncio
import threading
import uuid
from types import SimpleNamespace


class Seal:
    def __init__(self, by_thread=True):
        self.kept = threading.local() if by_thread else SimpleNamespace()
        self.kept.print = None

    async def press(self, user):
        self.kept.print = f"{user}-{uuid.uuid4().hex}"  # error: 8, SIS007
        await asyncio.sleep(0)

    async def check(self, user):
        found = self.kept.print
        return found is not None and found.startswith(user)


seal = Seal()


async def thread_local_or_stand_in_bad(user):
    await seal.press(user)
    return await seal.check(user)


local = threading.local()


async def _mark():
    local.mark = uuid.uuid4().hex  # error: 4, SIS007
    await asyncio.sleep(0)
    return local.mark


async def fresh_identifier_bad(user):
    mark = await _mark()
    await asyncio.sleep(0)
    return mark == local.mark


async def own_variable_ok(user):
    mark = uuid.uuid4().hex
    await asyncio.sleep(0)
    return bool(mark)


ready = threading.local()


async def same_for_all_ok(user):
    ready.set = True
    await asyncio.sleep(0)
    return ready.set
