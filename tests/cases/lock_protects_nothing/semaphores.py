"""A semaphore limits how much is done at a time; only one that counts to one protects what is done."""
import asyncio


async def price(item):
    await asyncio.sleep(0)
    return len(item)


changed_by_five = 0
five = asyncio.Semaphore(5)


async def changed_under_a_semaphore_of_five_bad(user_id, item):
    global changed_by_five
    async with five:
        changed_by_five += await price(item)  # error: 8, SIS008, "'five' admits several callers to 'changed_by_five'"
    return item


changed_by_one = 0
one = asyncio.Semaphore(1)


async def changed_under_a_semaphore_of_one_ok(user_id, item):
    global changed_by_one
    async with one:
        changed_by_one += await price(item)
    return item


async def work_without_state_under_a_semaphore_ok(user_id, item):
    async with five:
        return await price(item)


asked = {}


async def answers_kept_under_a_semaphore_ok(user_id, item):
    async with five:
        if user_id not in asked:
            asked[user_id] = str(await price(user_id))
    return asked[user_id]


counted_in_one_step = 0


async def counted_in_one_step_under_a_semaphore_ok(user_id, item):
    global counted_in_one_step
    async with five:
        size = await price(item)
        counted_in_one_step += size
    return item


LIMIT = int("1")
changed_by_setting = 0
by_setting = asyncio.Semaphore(LIMIT)


async def changed_under_a_semaphore_of_unknown_size_ok(user_id, item):
    global changed_by_setting
    async with by_setting:
        changed_by_setting += await price(item)
    return item


async def parts_of_one_call_under_a_semaphore_ok(user_id, item):
    few = asyncio.Semaphore(2)

    async def part():
        async with few:
            return await price(item)

    return sum(await asyncio.gather(part(), part(), part()))


under_both = 0
lock = asyncio.Lock()


async def lock_inside_of_a_semaphore_ok(user_id, item):
    global under_both
    async with five, lock:
        under_both += await price(item)
    return item
