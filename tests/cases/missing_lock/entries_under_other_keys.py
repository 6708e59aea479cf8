"""What is stored under a session's key may be computed from an entry under a literal one: no change of that is lost."""
import asyncio

totals = {}


async def computed_from_another_entry_ok(user_id, message):
    known = totals.get("everybody", 0)
    await asyncio.sleep(0)
    totals[user_id] = known + len(message)
    return totals[user_id]


sums = {}


async def computed_from_the_same_entry_bad(user_id, message):
    known = sums.get(user_id, 0)
    await asyncio.sleep(0)
    sums[user_id] = known + len(message)  # error: 4, SIS003, "sums[user_id]"
    return sums[user_id]
