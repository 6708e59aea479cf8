"""A lock that each call makes for itself is taken by nobody else."""
import asyncio
from collections import defaultdict


async def price(item):
    await asyncio.sleep(0)
    return len(item)


made_in_the_header = 0


async def lock_made_in_the_header_bad(user_id, item):
    global made_in_the_header
    async with asyncio.Lock():  # error: 15, SIS008, "'asyncio.Lock()' is created on every call"
        made_in_the_header += await price(item)
    return item


made_once = 0
lock = asyncio.Lock()


async def lock_made_once_ok(user_id, item):
    global made_once
    async with lock:
        made_once += await price(item)
    return item


made_before = 0


async def lock_made_in_a_local_bad(user_id, item):
    global made_before
    own = asyncio.Lock()  # error: 10, SIS008, "'own' is created on every call"
    async with own:
        made_before += await price(item)
    return item


made_and_taken_by_hand = 0


async def local_lock_taken_by_hand_bad(user_id, item):
    global made_and_taken_by_hand
    own = asyncio.Lock()  # error: 10, SIS008, "'own'"
    await own.acquire()
    made_and_taken_by_hand += await price(item)
    own.release()
    return item


semaphore_of_one_call = 0


async def semaphore_made_in_the_header_bad(user_id, item):
    global semaphore_of_one_call
    async with asyncio.Semaphore(1):  # error: 15, SIS008, "created on every call"
        semaphore_of_one_call += await price(item)
    return item


def new_lock():
    return asyncio.Lock()


made_by_a_factory = 0


async def lock_made_by_a_factory_bad(user_id, item):
    global made_by_a_factory
    async with new_lock():  # error: 15, SIS008, "'new_lock()' is created on every call"
        made_by_a_factory += await price(item)
    return item


under_no_lock_of_the_module = 0


async def lock_for_the_parts_of_one_call_bad(user_id, item):
    global under_no_lock_of_the_module
    own = asyncio.Lock()

    async def add():
        global under_no_lock_of_the_module
        async with own:  # error: 19, SIS008, "'own'"
            under_no_lock_of_the_module += await price(item)

    await add()
    return item


async def lock_for_the_parts_of_one_call_and_their_state_ok(user_id, item):
    own = asyncio.Lock()
    total = 0

    async def add():
        nonlocal total
        async with own:
            total += await price(item)

    await asyncio.gather(add(), add())
    return total


kept = {}
kept_locks = {}


async def new_lock_kept_in_the_table_ok(user_id, item):
    mine = kept_locks.get(user_id)
    if mine is None:
        mine = kept_locks[user_id] = asyncio.Lock()
    async with mine:
        kept[user_id] = kept.get(user_id, 0) + await price(item)
    return item


put_aside = {}
locks_put_aside = {}


async def new_lock_put_into_the_table_ok(user_id, item):
    if user_id in locks_put_aside:
        mine = locks_put_aside[user_id]
    else:
        mine = asyncio.Lock()
        locks_put_aside[user_id] = mine
    async with mine:
        put_aside[user_id] = put_aside.get(user_id, 0) + await price(item)
    return item


class Desk:
    def __init__(self):
        self.lock = asyncio.Lock()


desk = Desk()
given = 0


async def add_at(any_desk, item):
    global given
    async with any_desk.lock:
        given += await price(item)


async def lock_handed_in_ok(user_id, item):
    await add_at(desk, item)
    return item


chosen = 0
busy = defaultdict(asyncio.Lock)


async def one_lock_or_the_other_ok(user_id, item):
    global chosen
    mine = busy["all"] or asyncio.Lock()
    async with mine:
        chosen += await price(item)
    return item


async def gather_under_one_lock_of_the_call_ok(user_id, item):
    own = asyncio.Lock()
    seen = []

    async def note(part):
        async with own:
            seen.append(await price(part))

    await asyncio.gather(note(item), note(item))
    async with own:
        return len(seen)
