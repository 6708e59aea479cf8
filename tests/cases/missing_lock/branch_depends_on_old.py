"""A test is made before a pause and acted on behind it: meanwhile another turn has acted on the same test."""
import asyncio


async def pay(user_id):
    await asyncio.sleep(0)
    return f"{user_id} has paid"


seats = 1


async def tested_then_taken_bad(user_id):
    global seats
    if seats > 0:
        await pay(user_id)
        seats -= 1  # error: 8, SIS003, "seats"
        return "a seat"
    return "sold out"


seats_under_lock = 1
seat_lock = asyncio.Lock()


async def tested_and_taken_under_lock_ok(user_id):
    global seats_under_lock
    async with seat_lock:
        if seats_under_lock > 0:
            await pay(user_id)
            seats_under_lock -= 1
            return "a seat"
    return "sold out"


seats_taken_first = 1


async def taken_before_the_await_ok(user_id):
    global seats_taken_first
    if seats_taken_first > 0:
        seats_taken_first -= 1
        await pay(user_id)
        return "a seat"
    return "sold out"


seats_tested_late = 1


async def tested_behind_the_await_ok(user_id):
    global seats_tested_late
    await pay(user_id)
    if seats_tested_late > 0:
        seats_tested_late -= 1
        return "a seat"
    return "sold out"


rooms = 1


async def answer_kept_in_a_local_bad(user_id):
    global rooms
    is_free = rooms > 0
    await pay(user_id)
    if is_free:
        rooms -= 1  # error: 8, SIS003, "rooms"
        return "a room"
    return "full"


rooms_tested_again = 1


async def answer_asked_again_behind_the_await_ok(user_id):
    global rooms_tested_again
    is_free = rooms_tested_again > 0
    await pay(user_id)
    is_free = rooms_tested_again > 0
    if is_free:
        rooms_tested_again -= 1
        return "a room"
    return "full"


claimed = set()


# missed: sets that are tested and then filled are taken for records of work that may be done twice
async def missed_entry_tested_then_added_bad(user_id):
    if user_id in claimed:
        return "claimed before"
    await pay(user_id)
    claimed.add(user_id)
    return "claimed now"


claimed_first = set()


async def entry_added_before_the_await_ok(user_id):
    if user_id in claimed_first:
        return "claimed before"
    claimed_first.add(user_id)
    await asyncio.sleep(0)
    return "claimed now"


coupons = {"summer": 1}


async def entry_under_a_constant_tested_then_lowered_bad(user_id):
    if coupons["summer"]:
        await pay(user_id)
        coupons["summer"] -= 1  # error: 8, SIS003, "coupons"
        return "reduced"
    return "full price"


coupons_taken_first = {"summer": 1}


async def entry_under_a_constant_lowered_before_the_await_ok(user_id):
    if coupons_taken_first["summer"]:
        coupons_taken_first["summer"] -= 1
        await pay(user_id)
        return "reduced"
    return "full price"


tickets = ["A1"]


async def list_tested_then_popped_bad(user_id):
    if not tickets:
        return "none left"
    await pay(user_id)
    return tickets.pop()  # error: 11, SIS003, "tickets"


tickets_popped_first = ["A1"]


async def list_popped_before_the_await_ok(user_id):
    if not tickets_popped_first:
        return "none left"
    ticket = tickets_popped_first.pop()
    await pay(user_id)
    return ticket


attempts = {}


async def limit_tested_then_counted_bad(user_id):
    if attempts.get(user_id, 0) >= 1:
        return "too many"
    await pay(user_id)
    attempts[user_id] = attempts.get(user_id, 0) + 1  # error: 4, SIS003, "attempts"
    return "accepted"


attempts_counted_first = {}


async def limit_counted_before_the_await_ok(user_id):
    if attempts_counted_first.get(user_id, 0) >= 1:
        return "too many"
    attempts_counted_first[user_id] = attempts_counted_first.get(user_id, 0) + 1
    await pay(user_id)
    return "accepted"


places = 1


async def tested_in_a_loop_head_bad(user_id):
    global places
    while places > 0:
        await pay(user_id)
        places -= 1  # error: 8, SIS003, "places"
        return "a place"
    return "no place"


places_taken_first = 1


async def tested_in_a_loop_head_and_taken_at_once_ok(user_id):
    global places_taken_first
    while places_taken_first > 0:
        places_taken_first -= 1
        await pay(user_id)
        return "a place"
    return "no place"


jobs = {"left": 1}


async def tested_by_match_bad(user_id):
    match jobs["left"]:
        case 1:
            await pay(user_id)
            jobs["left"] -= 1  # error: 12, SIS003, "jobs"
            return "a job"
    return "nothing to do"


jobs_taken_first = {"left": 1}


async def tested_by_match_and_taken_at_once_ok(user_id):
    match jobs_taken_first["left"]:
        case 1:
            jobs_taken_first["left"] -= 1
            await pay(user_id)
            return "a job"
    return "nothing to do"


is_sold = False


# missed: a flag that is only set to one constant counts as a latch, but this one decides which session wins
async def missed_latch_that_decides_bad(user_id):
    global is_sold
    if is_sold:
        return "sold"
    await pay(user_id)
    is_sold = True
    return "yours"


is_reserved = False


async def latch_set_before_the_await_ok(user_id):
    global is_reserved
    if is_reserved:
        return "sold"
    is_reserved = True
    await pay(user_id)
    return "yours"


keys = {"front": "hook"}


async def entry_tested_then_deleted_bad(user_id):
    if "front" in keys:
        await pay(user_id)
        del keys["front"]  # error: 12, SIS003, "keys"
        return "the key"
    return "gone"


keys_taken_first = {"front": "hook"}


async def entry_deleted_before_the_await_ok(user_id):
    if "front" in keys_taken_first:
        del keys_taken_first["front"]
        await pay(user_id)
        return "the key"
    return "gone"
