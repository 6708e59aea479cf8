"""What was seen before the lock was taken may be gone when it is held."""
import asyncio


async def price(item):
    await asyncio.sleep(0)
    return len(item)


lock = asyncio.Lock()
seats_asked_outside = 1


async def asked_outside_and_taken_inside_bad(user_id, item):
    global seats_asked_outside
    if seats_asked_outside > 0:
        async with lock:
            await price(item)
            seats_asked_outside -= 1  # error: 12, SIS008, "'lock' is acquired after 'seats_asked_outside' was checked"
    return item


seats_asked_inside = 1


async def asked_and_taken_inside_ok(user_id, item):
    global seats_asked_inside
    async with lock:
        if seats_asked_inside > 0:
            await price(item)
            seats_asked_inside -= 1
    return item


seats_asked_twice = 1


async def asked_again_inside_ok(user_id, item):
    global seats_asked_twice
    if seats_asked_twice > 0:
        async with lock:
            if seats_asked_twice > 0:
                await price(item)
                seats_asked_twice -= 1
    return item


number_read_outside = 0


async def number_read_outside_bad(user_id, item):
    global number_read_outside
    following = number_read_outside + 1
    async with lock:
        await price(item)
        number_read_outside = following  # error: 8, SIS008, "re-check under the lock"
    return item


number_read_inside = 0


async def number_read_inside_ok(user_id, item):
    global number_read_inside
    async with lock:
        following = number_read_inside + 1
        await price(item)
        number_read_inside = following
    return item


carts = {}


async def cart_missed_outside_and_made_inside_bad(user_id, item):
    if user_id not in carts:
        async with lock:
            carts[user_id] = [await price(item)]  # error: 12, SIS008, "carts[user_id]"
    carts[user_id].append(item)
    return item


carts_asked_again = {}


async def cart_missed_again_inside_ok(user_id, item):
    if user_id not in carts_asked_again:
        async with lock:
            if user_id not in carts_asked_again:
                carts_asked_again[user_id] = [await price(item)]
    carts_asked_again[user_id].append(item)
    return item


waiting = []


async def list_rebuilt_inside_of_what_is_there_ok(user_id, item):
    global waiting
    if not waiting:
        return item
    async with lock:
        await price(item)
        waiting = [each for each in waiting if each != user_id]
    return item


tickets_found_outside = ["a", "b", "c"]


async def position_found_outside_bad(user_id):
    at = len(tickets_found_outside) - 1
    async with lock:
        await price("ticket")
        if tickets_found_outside:
            ticket = tickets_found_outside.pop(at)  # error: 21, SIS008, "'lock' is acquired after"
    return ticket


tickets_found_inside = ["a", "b", "c"]


async def position_found_inside_ok(user_id):
    async with lock:
        at = len(tickets_found_inside) - 1
        if tickets_found_inside:
            tickets_found_inside.pop(at)
    return user_id


tickets_looked_at_again = ["a", "b", "c"]


async def element_looked_at_again_ok(user_id):
    at = len(tickets_looked_at_again) - 1
    wanted = tickets_looked_at_again[at]
    async with lock:
        if len(tickets_looked_at_again) > at and tickets_looked_at_again[at] == wanted:
            tickets_looked_at_again.pop(at)
    return user_id
