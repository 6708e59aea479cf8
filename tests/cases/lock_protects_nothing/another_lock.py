"""Two that change one place keep out of each other's way when both take the same lock."""
import asyncio
from collections import defaultdict


async def price(item):
    await asyncio.sleep(0)
    return len(item)


stock = 10
lock_of_buyers = asyncio.Lock()
lock_of_sellers = asyncio.Lock()


async def take_from_stock(item):
    global stock
    async with lock_of_buyers:
        stock -= await price(item)


async def add_to_stock(item):
    global stock
    async with lock_of_sellers:
        stock += await price(item)  # error: 8, SIS008, "'lock_of_sellers' is held for 'stock' here, 'lock_of_buyers' elsewhere"


async def each_writer_has_its_own_lock_bad(user_id, item):
    await take_from_stock(item)
    await add_to_stock(item)
    return item


shelf = 10
lock_of_the_shelf = asyncio.Lock()


async def take_from_shelf(item):
    global shelf
    async with lock_of_the_shelf:
        shelf -= await price(item)


async def add_to_shelf(item):
    global shelf
    async with lock_of_the_shelf:
        shelf += await price(item)


async def both_writers_have_one_lock_ok(user_id, item):
    await take_from_shelf(item)
    await add_to_shelf(item)
    return item


sold = 0
inner = asyncio.Lock()


async def sell(item):
    global sold
    async with lock_of_the_shelf:
        async with inner:
            sold += await price(item)


async def take_back(item):
    global sold
    async with inner:
        sold -= await price(item)


async def one_of_two_locks_is_common_ok(user_id, item):
    await sell(item)
    await take_back(item)
    return item


steps = 0


async def step(item):
    global steps
    async with lock_of_buyers:
        size = await price(item)
        steps += size


async def step_back(item):
    global steps
    async with lock_of_sellers:
        size = await price(item)
        steps -= size


async def changes_of_one_step_need_no_lock_ok(user_id, item):
    await step(item)
    await step_back(item)
    return item


balances = defaultdict(int)
locks = defaultdict(asyncio.Lock)


async def lock_of_the_item_around_the_balance_of_the_user_bad(user_id, item):
    async with locks[item]:
        balances[user_id] += await price(item)  # error: 8, SIS008, "'locks[item]' is not the lock of 'balances[user_id]'"
    return item


balances_of_users = defaultdict(int)


async def lock_of_the_user_around_the_balance_of_the_user_ok(user_id, item):
    async with locks[user_id]:
        balances_of_users[user_id] += await price(item)
    return item


takings = 0


async def lock_of_the_user_around_what_is_everybodys_bad(user_id, item):
    global takings
    async with locks[user_id]:
        takings += await price(item)  # error: 8, SIS008, "'locks[user_id]' is not the lock of 'takings'"
    return item
