"""A variable of the module holds who is being served: after the pause it holds somebody else."""
import asyncio
from contextvars import ContextVar


async def look_up(name):
    await asyncio.sleep(0)
    return f"card of {name}"


current_user = None


async def set_before_the_pause_and_read_behind_it_bad(user_id):
    global current_user
    current_user = user_id  # error: 4, SIS001, "current_user"
    await look_up(user_id)
    return f"Hello {current_user}"


async def kept_in_a_local_ok(user_id):
    mine = user_id
    await look_up(user_id)
    return f"Hello {mine}"


user_of_the_context = ContextVar("user_of_the_context")


async def kept_in_a_context_variable_ok(user_id):
    user_of_the_context.set(user_id)
    await look_up(user_id)
    return f"Hello {user_of_the_context.get()}"


users = {}


async def kept_under_a_key_ok(user_id):
    users[user_id] = user_id
    await look_up(user_id)
    return f"Hello {users[user_id]}"


user_under_lock = None
lock = asyncio.Lock()


async def set_and_read_under_one_lock_ok(user_id):
    global user_under_lock
    async with lock:
        user_under_lock = user_id
        await look_up(user_id)
        return f"Hello {user_under_lock}"


prompt_user = None


async def set_and_read_without_a_pause_ok(user_id):
    global prompt_user
    await look_up(user_id)
    prompt_user = user_id
    return f"Hello {prompt_user}"


user_set_again = None


async def set_again_behind_the_pause_ok(user_id):
    global user_set_again
    user_set_again = user_id
    await look_up(user_set_again)
    user_set_again = user_id
    return f"Hello {user_set_again}"


unread_user = None


async def set_and_never_read_behind_the_pause_ok(user_id):
    global unread_user
    unread_user = user_id
    card = await look_up(unread_user)
    return card


user_of_the_answer = None


async def set_to_an_awaited_answer_bad(user_id):
    global user_of_the_answer
    user_of_the_answer = await look_up(user_id)  # error: 4, SIS001, "user_of_the_answer"
    await asyncio.sleep(0)
    return user_of_the_answer


async def awaited_answer_in_a_local_ok(user_id):
    mine = await look_up(user_id)
    await asyncio.sleep(0)
    return mine


user_for_the_helper = None


async def greet():
    await asyncio.sleep(0)
    return f"Hello {user_for_the_helper}"


async def set_for_a_helper_that_pauses_bad(user_id):
    global user_for_the_helper
    user_for_the_helper = user_id  # error: 4, SIS001, "user_for_the_helper"
    return await greet()


async def greet_by_name(name):
    await asyncio.sleep(0)
    return f"Hello {name}"


async def handed_to_the_helper_ok(user_id):
    return await greet_by_name(user_id)


user_reset = None


async def reset_in_finally_bad(user_id):
    global user_reset
    user_reset = user_id  # error: 4, SIS001, "user_reset"
    try:
        await look_up(user_id)
        return f"Hello {user_reset}"
    finally:
        user_reset = None


async def local_reset_in_finally_ok(user_id):
    mine = user_id
    try:
        await look_up(user_id)
        return f"Hello {mine}"
    finally:
        mine = None


user_of_the_branch = None


async def branch_taken_on_what_another_set_bad(user_id):
    global user_of_the_branch
    user_of_the_branch = user_id  # error: 4, SIS001, "user_of_the_branch"
    await look_up(user_id)
    if user_of_the_branch.startswith("a"):
        return "early in the alphabet"
    return "late in the alphabet"


async def branch_taken_on_a_local_ok(user_id):
    mine = user_id
    await look_up(user_id)
    if mine.startswith("a"):
        return "early in the alphabet"
    return "late in the alphabet"


last_user = None


async def read_on_another_branch_than_the_pause_ok(user_id, message):
    global last_user
    last_user = user_id
    if not message:
        await look_up(user_id)
        return "say something"
    return f"Hello {last_user}"
