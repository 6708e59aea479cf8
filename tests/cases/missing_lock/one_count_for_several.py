"""Several functions that count with one variable and without a lock are one bug, which is said once."""
import asyncio
import threading

served = 0


def serve():
    global served
    before = served
    served = before + 1  # error: 4, SIS003, "served"


async def served_in_a_thread_bad(user_id):
    await asyncio.to_thread(serve)
    return user_id


def serve_twice():
    global served
    served += 2  # error: 4, SIS003, "also in 'return_one'"


def return_one():
    global served
    served -= 1


# not executed: the switch that harms falls inside of one line
async def served_twice_in_a_thread_bad(user_id):
    await asyncio.to_thread(serve_twice)
    await asyncio.to_thread(return_one)
    return user_id


counted = 0
counting = threading.Lock()


def count():
    global counted
    with counting:
        counted += 1


def count_back():
    global counted
    with counting:
        counted -= 1


async def counted_under_one_lock_ok(user_id):
    await asyncio.to_thread(count)
    await asyncio.to_thread(count_back)
    return user_id
