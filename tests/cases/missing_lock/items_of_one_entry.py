"""One item of an entry is read, another one written: the way to the first is no use of the second."""
import asyncio


async def price(item):
    await asyncio.sleep(0)
    return len(item)


orders = {}


async def one_item_read_another_written_ok(user_id, item):
    order = orders.setdefault(user_id, {"items": "apples"})
    cost = await price(order["items"])
    order["cost"] = cost
    return cost


baskets = {}


async def the_same_item_read_and_written_bad(user_id, item):
    basket = baskets.setdefault(user_id, {"items": "", "cost": 0})
    cost = basket["cost"]
    added = await price(item)
    basket["cost"] = cost + added  # error: 4, SIS003, "is read, then written after an await"
    return basket["cost"]
