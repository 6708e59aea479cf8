"""Each change is reported once: where it stands, or at the call if only that shows what is wrong."""
import asyncio

from helpers import current, keep, put, tell, told
from shelf import box


# missed: the file of the helper finds who calls it, and reports it
async def missed_attribute_of_a_third_file_set_by_a_helper_bad(user_id):
    tell(user_id)
    await asyncio.sleep(0)
    return told()


async def order_that_only_the_caller_knows_bad(user_id):
    await put(user_id)  # error: 10, SIS001, "'shelf.current'"
    await asyncio.sleep(0)
    return await current()


async def place_that_a_coroutine_is_given_bad(user_id):
    return await keep(box, user_id)  # error: 17, SIS001, "'shelf.box'"


async def place_of_the_call_that_a_coroutine_is_given_ok(user_id):
    return await keep({}, user_id)
