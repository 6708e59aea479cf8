"""A test that binds what it found is a test like another."""
import asyncio


async def price(item):
    await asyncio.sleep(0)
    return len(item)


async def load(user_id):
    await asyncio.sleep(0)
    return []


carts = {}


async def cart_bound_in_the_test_and_made_late_bad(user_id, item):
    if not (cart := carts.get(user_id)):
        cart = carts[user_id] = await load(user_id)  # error: 15, SIS003, "carts[user_id]"
    cart.append(item)
    return item


carts_compared = {}


async def cart_compared_in_the_test_and_made_late_bad(user_id, item):
    if (cart := carts_compared.get(user_id)) is None:
        cart = await load(user_id)
        carts_compared[user_id] = cart  # error: 8, SIS003, "carts_compared[user_id]"
    cart.append(item)
    return item


carts_set_by_default = {}


async def cart_set_by_default_behind_the_await_ok(user_id, item):
    if (cart := carts_set_by_default.get(user_id)) is None:
        cart = carts_set_by_default.setdefault(user_id, await load(user_id))
    cart.append(item)
    return item


carts_made_at_once = {}


async def cart_bound_in_the_test_and_made_at_once_ok(user_id, item):
    if (cart := carts_made_at_once.get(user_id)) is None:
        cart = carts_made_at_once[user_id] = []
    await price(item)
    cart.append(item)
    return item


prices = {}


async def price_bound_in_the_test_ok(user_id, item):
    if (known := prices.get(item)) is None:
        known = prices[item] = await price(item)
    return known
