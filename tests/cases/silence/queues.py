"""Queues, events and semaphores hand work from one task to another or limit how much is done at once."""
import asyncio
import queue

jobs = asyncio.Queue()
results_wanted = asyncio.Event()
limit = asyncio.Semaphore(5)
letters = queue.Queue()


async def work(message):
    await asyncio.sleep(0)
    return f"done: {message}"


async def put_into_a_queue_ok(user_id, message):
    await jobs.put((user_id, message))
    return "queued"


async def work_through_queue():
    while True:
        user_id, message = await jobs.get()
        await work(message)
        jobs.task_done()


async def put_without_waiting_ok(user_id, message):
    letters.put_nowait((user_id, message))
    await asyncio.sleep(0)
    return "posted"


async def own_queue_ok(user_id, message):
    own = asyncio.Queue()
    await own.put(message)
    return await own.get()


async def event_set_ok(user_id):
    results_wanted.set()
    await asyncio.sleep(0)
    return user_id


async def limited_work_ok(user_id, message):
    async with limit:
        return await work(message)


async def producer_and_consumer_of_one_call_ok(user_id, message):
    own = asyncio.Queue()
    got = []

    async def produce():
        for part in message.split("-"):
            await own.put(part)
        await own.put(None)

    async def consume():
        while (part := await own.get()) is not None:
            got.append(part)

    await asyncio.gather(produce(), consume())
    return got
