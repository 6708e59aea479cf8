"""An asyncio lock belongs to one event loop; it does not exclude threads that run loops of their own."""
import asyncio
import threading

lock = asyncio.Lock()
total = 0


async def add(item):
    global total
    async with lock:
        before = total
        total = before + len(item)  # error: 8, SIS008, "'lock' works in one event loop, 'total' is used in several"


def add_in_a_loop_of_its_own(item):
    asyncio.run(add(item))


# not executed: each thread runs an event loop of its own
async def loop_for_each_thread_bad(user_id, item):
    await asyncio.to_thread(add_in_a_loop_of_its_own, item)
    return item


total_of_threads = 0
lock_for_threads = threading.Lock()


async def add_under_a_lock_for_threads(item):
    global total_of_threads
    with lock_for_threads:
        before = total_of_threads
        total_of_threads = before + len(item)


def add_under_a_lock_for_threads_in_a_loop_of_its_own(item):
    asyncio.run(add_under_a_lock_for_threads(item))


# not executed: each thread runs an event loop of its own
async def lock_for_threads_ok(user_id, item):
    await asyncio.to_thread(add_under_a_lock_for_threads_in_a_loop_of_its_own, item)
    return item


total_of_one_loop = 0


async def one_loop_for_all_ok(user_id, item):
    global total_of_one_loop
    async with lock:
        before = total_of_one_loop
        await asyncio.sleep(0)
        total_of_one_loop = before + len(item)
    return item
