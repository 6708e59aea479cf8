"""A memo of an entry that another table keeps, under a key that the maker computes: who comes second stores the same
one; where the key tells users apart, it is another one."""
import asyncio

suffix = ""
tables = {}
busy = asyncio.Lock()


def full_name(name, ending):
    parts = [name]
    parts.append(suffix if ending is None else ending)
    return "/".join(parts)


async def table(name, ending=None):
    full = full_name(name, ending)
    async with busy:
        if full not in tables:
            tables[full] = {}
        found = tables[full]
    return found


orders = None


async def all_orders():
    global orders
    if orders is None:
        orders = await table("orders", ending="2")
    return orders


async def entry_of_another_table_ok(user_id, dish):
    held = await all_orders()
    held[user_id] = dish
    return held[user_id]


first = None


async def first_orders(user_id):
    global first
    if first is None:
        first = await table(user_id)  # error: 8, SIS003, "first"
    return first


async def entry_of_the_table_of_a_user_bad(user_id, dish):
    held = await first_orders(user_id)
    held[dish] = dish
    await asyncio.sleep(0)
    return " ".join(held)
