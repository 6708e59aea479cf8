"""A coroutine of another file that changes the object in a third file's context variable is reported in its own."""
import asyncio

from notes import note, noted


# missed: the file of the coroutine reports it
async def missed_noted_by_a_coroutine_elsewhere_bad(user_id):
    await note(user_id)
    await asyncio.sleep(0)
    return noted()


async def nothing_noted_ok(user_id):
    await asyncio.sleep(0)
    return user_id
