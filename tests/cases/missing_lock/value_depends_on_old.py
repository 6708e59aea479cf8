"""A new value is computed from an old one across a pause: of two updates one is lost."""
import asyncio
from collections import defaultdict


async def price(item):
    await asyncio.sleep(0)
    return len(item)


async def next_number(number):
    await asyncio.sleep(0)
    return number + 1


total = 0


async def added_with_the_await_on_the_right_bad(user_id, item):
    global total
    total += await price(item)  # error: 4, SIS003, "total"
    return item


total_after = 0


async def added_after_the_await_ok(user_id, item):
    global total_after
    amount = await price(item)
    total_after += amount
    return item


total_spelled_out = 0


async def old_value_left_of_the_await_bad(user_id, item):
    global total_spelled_out
    total_spelled_out = total_spelled_out + await price(item)  # error: 4, SIS003, "total_spelled_out"
    return item


total_turned_round = 0


async def old_value_right_of_the_await_ok(user_id, item):
    global total_turned_round
    total_turned_round = await price(item) + total_turned_round
    return item


visits = 0


async def old_value_kept_in_a_local_bad(user_id):
    global visits
    before = visits
    await asyncio.sleep(0)
    visits = before + 1  # error: 4, SIS003, "visits"
    return user_id


visits_read_again = 0


async def read_again_after_the_pause_ok(user_id):
    global visits_read_again
    before = visits_read_again
    await asyncio.sleep(0)
    visits_read_again = visits_read_again + 1
    return f"{user_id} came {'first' if before < 0 else 'later'}"


version = 0


async def old_value_goes_through_a_call_bad(user_id):
    global version
    version = await next_number(version)  # error: 4, SIS003, "version"
    return user_id


version_under_lock = 0
version_lock = asyncio.Lock()


async def old_value_goes_through_a_call_under_lock_ok(user_id):
    global version_under_lock
    async with version_lock:
        version_under_lock = await next_number(version_under_lock)
    return user_id


balances = defaultdict(int)


async def entry_of_the_user_bad(user_id, item):
    balances[user_id] += await price(item)  # error: 4, SIS003, "balances"
    return item


balances_after = defaultdict(int)


async def entry_of_the_user_after_the_await_ok(user_id, item):
    amount = await price(item)
    balances_after[user_id] += amount
    return item


credits = defaultdict(int)


async def entry_kept_in_a_local_bad(user_id, item):
    old = credits.get(user_id, 0)
    new = old + await price(item)
    credits[user_id] = new  # error: 4, SIS003, "credits"
    return item


credits_under_lock = defaultdict(int)
credit_locks = defaultdict(asyncio.Lock)


async def entry_kept_in_a_local_under_lock_ok(user_id, item):
    async with credit_locks[user_id]:
        old = credits_under_lock.get(user_id, 0)
        new = old + await price(item)
        credits_under_lock[user_id] = new
    return item


stock = {"apples": 100}


async def entry_under_a_constant_bad(user_id, item):
    left = stock["apples"]
    left -= await price(item)
    stock["apples"] = left  # error: 4, SIS003, "stock"
    return item


stock_in_one_step = {"apples": 100}


async def entry_under_a_constant_in_one_step_ok(user_id, item):
    taken = await price(item)
    stock_in_one_step["apples"] -= taken
    return item


points = {}


async def updated_from_the_old_value_bad(user_id, item):
    old = points.get(user_id, 0)
    gained = await price(item)
    points.update({user_id: old + gained})  # error: 4, SIS003, "points"
    return item


points_in_one_step = {}


async def updated_in_one_step_ok(user_id, item):
    gained = await price(item)
    points_in_one_step.update({user_id: points_in_one_step.get(user_id, 0) + gained})
    return item


low, high = 0, 0


async def two_values_at_once_bad(user_id, item):
    global high
    answer, high = item, high + await price(item)  # error: 12, SIS003, "high"
    return answer


async def two_values_after_the_await_ok(user_id, item):
    global low
    amount = await price(item)
    answer, low = item, low + amount
    return answer


waiting_lines = ["a", "b", "c"]


async def position_found_before_a_pause_bad(user_id):
    at = waiting_lines.index("c")
    await asyncio.sleep(0)
    waiting_lines.pop(at)  # error: 4, SIS003, "'waiting_lines' is read, then written after an await"
    return user_id


lines_of_all = ["a", "b", "c"]


async def first_of_all_ok(user_id):
    await asyncio.sleep(0)
    lines_of_all.pop(0)
    return user_id
