"""A lock stays one behind a decorator, an object or a stack of the project; a wrapper that only looks like one does not."""
import asyncio
import functools
from contextlib import AsyncExitStack


async def price(item):
    await asyncio.sleep(0)
    return len(item)


def one_at_a_time(function):
    lock = asyncio.Lock()

    @functools.wraps(function)
    async def wrapper(*args):
        async with lock:
            return await function(*args)

    return wrapper


decorated = 0


@one_at_a_time
async def lock_of_a_decorator_ok(user_id, item):
    global decorated
    decorated += await price(item)
    return item


def only_named(function):
    @functools.wraps(function)
    async def wrapper(*args):
        return await function(*args)

    return wrapper


undecorated = 0


@only_named
async def decorator_without_lock_bad(user_id, item):
    global undecorated
    undecorated += await price(item)  # error: 4, SIS003, "undecorated"
    return item


class Gate:
    def __init__(self):
        self._lock = asyncio.Lock()

    async def __aenter__(self):
        await self._lock.acquire()
        return self

    async def __aexit__(self, *error):
        self._lock.release()


gate = Gate()
gated = 0


async def object_that_acquires_a_lock_ok(user_id, item):
    global gated
    async with gate:
        gated += await price(item)
    return item


class OpenGate:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        pass


open_gate = OpenGate()
ungated = 0


async def object_that_acquires_nothing_bad(user_id, item):
    global ungated
    async with open_gate:
        ungated += await price(item)  # error: 8, SIS003, "ungated"
    return item


stacked = 0
stack_lock = asyncio.Lock()


async def lock_entered_on_a_stack_ok(user_id, item):
    global stacked
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(stack_lock)
        stacked += await price(item)
    return item


unstacked = 0


async def empty_stack_bad(user_id, item):
    global unstacked
    async with AsyncExitStack():
        unstacked += await price(item)  # error: 8, SIS003, "unstacked"
    return item


class Till:
    def __init__(self):
        self._lock = asyncio.Lock()
        self.total = 0

    async def locked(self, work):
        async with self._lock:
            return await work

    async def count(self, item):
        self.total += await price(item)


till = Till()


async def work_awaited_under_a_lock_ok(user_id, item):
    await till.locked(till.count(item))
    return item


unwaited = 0


async def handed_on(work):
    return await work


async def count_unlocked(item):
    global unwaited
    unwaited += await price(item)  # error: 4, SIS003, "unwaited"


async def work_awaited_without_lock_bad(user_id, item):
    await handed_on(count_unlocked(item))
    return item
