"""A handler has functions of another file run in a thread: the write is reported where it stands."""
import asyncio

from register import register, shout


# missed: the file of the method asks who runs it, and shows it
async def missed_method_run_in_a_thread_bad(user_id, message):
    await asyncio.to_thread(register.sign, user_id)
    return register.current()


async def function_that_keeps_nothing_ok(user_id, message):
    return await asyncio.to_thread(shout, user_id)
