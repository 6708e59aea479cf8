"""Who counts before an await and takes a place after it may take one that is gone."""
import asyncio
from collections import defaultdict


async def price(item):
    await asyncio.sleep(0)
    return len(item)


running = 0


async def counter_tested_then_raised_bad(user_id, item):
    global running
    if running >= 1:
        return "busy"
    await price(item)
    running += 1  # error: 4, SIS003, "running"
    return item


started = 0


async def counter_tested_and_raised_at_once_ok(user_id, item):
    global started
    if started >= 1:
        return "busy"
    started += 1
    await price(item)
    return item


guests = set()


async def size_of_a_set_tested_then_one_added_bad(user_id, item):
    if len(guests) >= 1:
        return "full"
    await price(item)
    guests.add(user_id)  # error: 4, SIS003, "'guests' is counted, then added to after an await"
    return item


visitors = set()


async def size_of_a_set_tested_and_one_added_at_once_ok(user_id, item):
    if len(visitors) >= 1:
        return "full"
    visitors.add(user_id)
    await price(item)
    return item


rooms = {}


async def size_of_a_table_tested_then_one_stored_bad(user_id, item):
    if len(rooms) >= 1:
        return "full"
    rooms[user_id] = await price(item)  # error: 4, SIS003, "'rooms' is counted"
    return item


rooms_under_lock = {}
lock = asyncio.Lock()


async def size_of_a_table_tested_under_lock_ok(user_id, item):
    async with lock:
        if len(rooms_under_lock) >= 1:
            return "full"
        rooms_under_lock[user_id] = await price(item)
    return item


answers = {}


# benign race: a cache may hold one entry more than it should
async def cache_that_stops_growing_ok(user_id, item):
    if user_id not in answers and len(answers) < 1:
        answers[user_id] = await price(user_id)
    return answers.get(user_id, 0)


listeners = {"nobody": 0}


async def table_that_is_not_empty_ok(user_id, item):
    if len(listeners) == 0 or not listeners:
        return "nobody listens"
    size = await price(item)
    listeners[user_id] = size
    return item


asked = defaultdict(int)


async def count_of_a_key_tested_then_raised_bad(user_id, item):
    if asked[user_id] >= 1:
        return "enough"
    await price(item)
    asked[user_id] += 1  # error: 4, SIS003, "asked[user_id]"
    return item


asked_at_once = defaultdict(int)


async def count_of_a_key_tested_and_raised_at_once_ok(user_id, item):
    if asked_at_once[user_id] >= 1:
        return "enough"
    asked_at_once[user_id] += 1
    await price(item)
    return item
