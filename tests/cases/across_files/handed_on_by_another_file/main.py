"""Handlers that reach the state of a file by way of another."""
import asyncio

import waiter


# missed: the file of the orders shows it, and this one need not
async def missed_list_two_files_away_bad(user_id):
    orders = waiter.order(user_id)
    await asyncio.sleep(0)
    return orders


async def entry_of_a_table_two_files_away_ok(user_id):
    waiter.order_for(user_id, user_id)
    await asyncio.sleep(0)
    return waiter.ordered_for(user_id)


async def menu_two_files_away_ok(user_id):
    await asyncio.sleep(0)
    return f"{waiter.offer()} {user_id}"
