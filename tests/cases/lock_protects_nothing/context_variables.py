"""What a task sets in a context variable is its own: no lock has to be held from the read on."""
import asyncio
import contextvars
import threading

total = contextvars.ContextVar("total", default=0)
lock = threading.Lock()


def add(message):
    before = total.get()
    with lock:
        total.set(before + len(message))
    return total.get()


async def added_in_a_thread_ok(user_id, message):
    return await asyncio.to_thread(add, message)


sums = contextvars.ContextVar("sums", default=0)
turns = asyncio.Lock()


async def added_after_an_await_ok(user_id, message):
    before = sums.get()
    await asyncio.sleep(0)
    async with turns:
        sums.set(before + len(message))
    return sums.get()


free = 1
seats = asyncio.Lock()


async def counted_under_a_lock_after_the_test_bad(user_id, message):
    global free
    if free > 0:
        await asyncio.sleep(0)
        async with seats:
            free -= 1  # error: 12, SIS008, "'seats' is acquired after 'free' was checked"
    return free
