"""Several functions that count with one variable and without a lock are one bug, which is said once."""
import asyncio

served = 0


def serve():
    global served
    before = served
    served = before + 1  # error: 4, SIS003, "served"


def serve_twice():
    global served
    served += 2  # error: 4, SIS003, "also in 'return_one'"


def return_one():
    global served
    served -= 1


async def served_in_a_thread_bad(user_id):
    await asyncio.to_thread(serve)
    return user_id


# not executed: the switch that harms falls inside of one line
async def served_twice_in_a_thread_bad(user_id):
    await asyncio.to_thread(serve_twice)
    await asyncio.to_thread(return_one)
    return user_id
