"""However a lock is come by, it is the same lock for all who come by it."""
import asyncio
import functools
from collections import defaultdict


async def price(item):
    await asyncio.sleep(0)
    return len(item)


class Desk:
    def __init__(self):
        self._locks = {}
        self._guard = asyncio.Lock()
        self.totals = defaultdict(int)
        self.count = 0

    @property
    def guard(self):
        return self._guard

    def lock_of(self, user_id):
        if user_id not in self._locks:
            self._locks[user_id] = asyncio.Lock()
        return self._locks[user_id]

    async def add(self, user_id, item):
        async with self.lock_of(user_id):
            self.totals[user_id] += await price(item)

    async def add_for_all(self, item):
        async with self.guard:
            self.count += await price(item)


desk = Desk()


async def lock_given_by_a_method_ok(user_id, item):
    await desk.add(user_id, item)
    return item


async def lock_given_by_a_property_ok(user_id, item):
    await desk.add_for_all(item)
    return item


free = asyncio.Condition()
places = 1


async def condition_waited_for_in_a_loop_ok(user_id, item):
    global places
    async with free:
        while places <= 0:
            await free.wait()
        places -= 1
        await price(item)
        places += 1
        free.notify()
    return item


def alone(method):
    @functools.wraps(method)
    async def wrapper(self, *args):
        async with self._guard:
            return await method(self, *args)

    return wrapper


class Till:
    def __init__(self):
        self._guard = asyncio.Lock()
        self.total = 0

    @alone
    async def add(self, item):
        self.total += await price(item)


till = Till()


async def lock_of_the_object_in_a_decorator_ok(user_id, item):
    await till.add(item)
    return item


entries = {}
locks = {}
guard = asyncio.Lock()


async def lock_made_under_a_lock_ok(user_id, item):
    async with guard:
        mine = locks.get(user_id)
        if mine is None:
            mine = asyncio.Lock()
            locks[user_id] = mine
    async with mine:
        entries[user_id] = entries.get(user_id, 0) + await price(item)
    return item


held_by_hand = 0
by_hand = asyncio.Lock()


async def lock_taken_with_a_limit_of_time_ok(user_id, item):
    global held_by_hand
    await asyncio.wait_for(by_hand.acquire(), 10)
    try:
        held_by_hand += await price(item)
    finally:
        by_hand.release()
    return item


entered_by_hand = 0
door = asyncio.Lock()


async def lock_entered_by_its_own_method_ok(user_id, item):
    global entered_by_hand
    await door.__aenter__()
    try:
        before = entered_by_hand
        cost = await price(item)
        entered_by_hand = before + cost
    finally:
        await door.__aexit__(None, None, None)
    return item


left_too_soon = 0
gate = asyncio.Lock()


async def lock_left_by_its_own_method_before_the_change_bad(user_id, item):
    global left_too_soon
    await gate.__aenter__()
    await gate.__aexit__(None, None, None)
    before = left_too_soon
    cost = await price(item)
    left_too_soon = before + cost  # error: 4, SIS003, "left_too_soon"
    return item


class Watch:
    async def __aenter__(self):
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, *reason):
        return None


watch = Watch()
watched = 0


async def object_entered_that_keeps_nobody_out_bad(user_id, item):
    global watched
    await watch.__aenter__()
    before = watched
    cost = await price(item)
    watched = before + cost  # error: 4, SIS003, "watched"
    await watch.__aexit__(None, None, None)
    return item
