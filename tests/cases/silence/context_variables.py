"""Context variables, each task's own: set to a new value, reset with a token, read with a default."""
import asyncio
from contextlib import contextmanager
from contextvars import ContextVar, copy_context

current_user = ContextVar("current_user", default=None)
messages = ContextVar("messages", default=())


async def set_and_read_ok(user_id):
    current_user.set(user_id)
    await asyncio.sleep(0)
    return current_user.get()


async def set_and_reset_ok(user_id):
    token = current_user.set(user_id)
    try:
        await asyncio.sleep(0)
        return current_user.get()
    finally:
        current_user.reset(token)


@contextmanager
def acting_as(user_id):
    token = current_user.set(user_id)
    try:
        yield
    finally:
        current_user.reset(token)


async def set_by_a_context_manager_ok(user_id):
    with acting_as(user_id):
        await asyncio.sleep(0)
        return current_user.get()


async def replaced_by_a_longer_tuple_ok(user_id, message):
    messages.set((*messages.get(), message))
    await asyncio.sleep(0)
    return messages.get()


own_list = ContextVar("own_list")


async def fresh_list_set_and_filled_ok(user_id, message):
    mine = []
    own_list.set(mine)
    mine.append(message)
    await asyncio.sleep(0)
    return own_list.get()


async def inherited_by_a_task_ok(user_id):
    current_user.set(user_id)
    return await asyncio.create_task(read_user())


async def read_user():
    await asyncio.sleep(0)
    return current_user.get()


async def run_in_a_copied_context_ok(user_id):
    context = copy_context()
    context.run(current_user.set, user_id)
    await asyncio.sleep(0)
    return context[current_user]
