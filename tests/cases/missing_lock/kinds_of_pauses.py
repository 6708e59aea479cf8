"""Others have their turn at every await, also at those that a loop, a block, a comprehension or a generator hides."""
import asyncio


async def price(item):
    await asyncio.sleep(0)
    return len(item)


async def parts_of(item):
    yield item[:1]
    await asyncio.sleep(0)
    yield item[1:]


class Line:
    async def __aenter__(self):
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, *error):
        await asyncio.sleep(0)


summed = {}


async def sum_of_a_comprehension_that_awaits_bad(user_id, item):
    summed[user_id] = sum([summed.get(user_id, 0) + await price(part) for part in item[:1]])  # error: 4, SIS003
    return item


sum_made_first = {}


async def comprehension_that_awaits_made_first_ok(user_id, item):
    amounts = [await price(part) for part in item]
    sum_made_first[user_id] = sum_made_first.get(user_id, 0) + sum(amounts)
    return item


looped = 0


async def old_value_kept_over_an_asynchronous_loop_bad(user_id, item):
    global looped
    before = looped
    async for part in parts_of(item):
        before += len(part)
    looped = before  # error: 4, SIS003, "looped"
    return item


looped_first = 0


async def old_value_taken_after_an_asynchronous_loop_ok(user_id, item):
    global looped_first
    count = 0
    async for part in parts_of(item):
        count += len(part)
    looped_first += count
    return item


counted_in_steps = 0


async def one_step_at_a_time_in_an_asynchronous_loop_ok(user_id, item):
    global counted_in_steps
    async for part in parts_of(item):
        counted_in_steps += len(part)
    return item


entered = 0


async def old_value_kept_while_a_line_opens_bad(user_id, item):
    global entered
    before = entered
    async with Line():
        entered = before + 1  # error: 8, SIS003, "entered"
    return item


left = 0


async def old_value_kept_while_a_line_closes_bad(user_id, item):
    global left
    async with Line():
        before = left
    left = before + 1  # error: 4, SIS003, "left"
    return item


inside = 0


async def both_while_the_line_is_open_ok(user_id, item):
    global inside
    async with Line():
        before = inside
        inside = before + 1
    return item


given_out = 0


async def numbers():
    global given_out
    before = given_out
    yield before
    given_out = before + 1  # error: 4, SIS003, "given_out"


async def old_value_kept_over_a_yield_bad(user_id, item):
    async for _ in numbers():
        await price(item)
    return item


given_out_at_once = 0


async def numbers_taken_at_once():
    global given_out_at_once
    before = given_out_at_once
    given_out_at_once = before + 1
    yield before


async def old_value_used_before_the_yield_ok(user_id, item):
    async for _ in numbers_taken_at_once():
        await price(item)
    return item
