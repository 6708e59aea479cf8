"""Whatever lets one in at a time, and is the same object for both turns, is a lock."""
import asyncio
from collections import defaultdict
from contextlib import asynccontextmanager


async def price(item):
    await asyncio.sleep(0)
    return len(item)


bare = 0


async def no_lock_at_all_bad(user_id, item):
    global bare
    bare += await price(item)  # error: 4, SIS003, "bare"
    return item


with_lock = 0
lock = asyncio.Lock()


async def lock_of_the_module_ok(user_id, item):
    global with_lock
    async with lock:
        with_lock += await price(item)
    return item


with_semaphore = 0
semaphore = asyncio.Semaphore(1)


async def semaphore_of_one_ok(user_id, item):
    global with_semaphore
    async with semaphore:
        with_semaphore += await price(item)
    return item


with_bounded_semaphore = 0
bounded = asyncio.BoundedSemaphore(1)


async def bounded_semaphore_of_one_ok(user_id, item):
    global with_bounded_semaphore
    async with bounded:
        with_bounded_semaphore += await price(item)
    return item


with_condition = 0
condition = asyncio.Condition()


async def condition_ok(user_id, item):
    global with_condition
    async with condition:
        with_condition += await price(item)
    return item


acquired = 0
by_hand = asyncio.Lock()


async def acquired_and_released_in_finally_ok(user_id, item):
    global acquired
    await by_hand.acquire()
    try:
        acquired += await price(item)
    finally:
        by_hand.release()
    return item


with_keyed_lock = {}
keyed_locks = defaultdict(asyncio.Lock)


async def lock_of_the_key_ok(user_id, item):
    async with keyed_locks[user_id]:
        with_keyed_lock[user_id] = with_keyed_lock.get(user_id, 0) + await price(item)
    return item


with_made_lock = {}
made_locks = {}


async def lock_made_on_demand_by_setdefault_ok(user_id, item):
    async with made_locks.setdefault(user_id, asyncio.Lock()):
        with_made_lock[user_id] = with_made_lock.get(user_id, 0) + await price(item)
    return item


with_tested_lock = {}
tested_locks = {}


async def lock_made_on_demand_by_a_test_ok(user_id, item):
    if user_id not in tested_locks:
        tested_locks[user_id] = asyncio.Lock()
    async with tested_locks[user_id]:
        with_tested_lock[user_id] = with_tested_lock.get(user_id, 0) + await price(item)
    return item


with_given_lock = {}
given_locks = {}


def lock_of(user_id):
    return given_locks.setdefault(user_id, asyncio.Lock())


async def lock_given_by_a_function_ok(user_id, item):
    async with lock_of(user_id):
        with_given_lock[user_id] = with_given_lock.get(user_id, 0) + await price(item)
    return item


with_named_lock = {}
named_locks = defaultdict(asyncio.Lock)


async def lock_under_a_local_name_ok(user_id, item):
    mine = named_locks[user_id]
    async with mine:
        with_named_lock[user_id] = with_named_lock.get(user_id, 0) + await price(item)
    return item


with_turn = {}
turn_locks = defaultdict(asyncio.Lock)


@asynccontextmanager
async def turn_of(user_id):
    async with turn_locks[user_id]:
        yield


async def lock_inside_a_context_manager_ok(user_id, item):
    async with turn_of(user_id):
        with_turn[user_id] = with_turn.get(user_id, 0) + await price(item)
    return item


with_two_locks = 0
outer, inner = asyncio.Lock(), asyncio.Lock()


async def two_locks_in_one_statement_ok(user_id, item):
    global with_two_locks
    async with outer, inner:
        with_two_locks += await price(item)
    return item


class Desk:
    lock = asyncio.Lock()


at_the_desk = 0


async def lock_in_a_class_ok(user_id, item):
    global at_the_desk
    async with Desk.lock:
        at_the_desk += await price(item)
    return item


def create_app():
    app_lock = asyncio.Lock()
    counts = {}

    async def add(user_id, item):
        async with app_lock:
            counts[user_id] = counts.get(user_id, 0) + await price(item)
        return item

    return add


add_in_app = create_app()


async def lock_in_the_enclosing_function_ok(user_id, item):
    return await add_in_app(user_id, item)
