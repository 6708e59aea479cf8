"""A threading lock blocks the thread that waits for it: the event loop, and with it the task that would release it."""
import asyncio
import threading


async def price(item):
    await asyncio.sleep(0)
    return len(item)


total = 0
lock = threading.Lock()


# not executed: the second turn waits for ever
async def held_across_an_await_bad(user_id, item):
    global total
    with lock:  # error: 9, SIS008, "'lock' is a thread lock, held across an await"
        total += await price(item)
    return item


total_at_once = 0


async def released_before_the_await_ok(user_id, item):
    global total_at_once
    size = await price(item)
    with lock:
        total_at_once += size
    return item


total_again = 0
again = threading.RLock()


async def reentered_by_tasks_of_one_thread_bad(user_id, item):
    global total_again
    with again:  # error: 9, SIS008, "'again'"
        total_again += await price(item)
    return item


class Desk:
    def __init__(self):
        self._lock = threading.Lock()
        self.total = 0

    async def add(self, item):
        with self._lock:  # error: 13, SIS008, "'Desk._lock'"
            self.total += await price(item)

    async def add_at_once(self, item):
        size = await price(item)
        with self._lock:
            self.total += size


desk = Desk()


# not executed: the second turn waits for ever
async def lock_of_an_object_held_across_an_await_bad(user_id, item):
    await desk.add(item)
    return item


async def lock_of_an_object_released_before_the_await_ok(user_id, item):
    await desk.add_at_once(item)
    return item


total_of_tasks = 0
lock_for_tasks = asyncio.Lock()


async def lock_for_tasks_held_across_an_await_ok(user_id, item):
    global total_of_tasks
    async with lock_for_tasks:
        total_of_tasks += await price(item)
    return item


async def double(number):
    return 2 * number


doubled = 0


async def awaited_what_never_pauses_ok(user_id, item):
    global doubled
    with lock:
        doubled += await double(len(item))
    return item
