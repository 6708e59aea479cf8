"""What another file's function does to its own context variable is shown there, and not once more at each call."""
import asyncio

from tags import tag, told


# missed: only the file that defines the variable reports it
async def missed_tagged_by_a_function_elsewhere_bad(user_id):
    tag(user_id)
    await asyncio.sleep(0)
    return told()


async def nothing_tagged_ok(user_id):
    await asyncio.sleep(0)
    return user_id
