"""A list may grow while it is walked, a set or a dictionary may not; a number is one's own if it is counted at once."""
import asyncio


async def send(listener, message):
    await asyncio.sleep(0)
    return f"{listener}: {message}"


steps = []


async def list_walked_while_others_append_ok(user_id, message):
    if "step" not in steps:
        steps.append("step")
    for step in steps:
        await send(step, message)
    return message


members = set()


async def set_walked_while_others_add_bad(user_id, message):
    members.add(user_id)
    for member in members:  # error: 4, SIS003, "members"
        await send(member, message)
    return message


ages = {}


async def dictionary_walked_while_others_store_bad(user_id, message):
    ages[user_id] = len(message)
    for name in ages:  # error: 4, SIS003, "ages"
        await send(name, message)
    return message


copied_ages = {}


async def copy_of_the_dictionary_walked_ok(user_id, message):
    copied_ages[user_id] = len(message)
    for name in [*copied_ages]:
        await send(name, message)
    return message


next_id = 0
items = {}


async def number_counted_at_once_ok(user_id, item):
    global next_id
    number = next_id
    next_id += 1
    await asyncio.sleep(0)
    items[number] = item
    return item


last_id = 0
others = {}


async def number_counted_after_a_pause_bad(user_id, item):
    global last_id
    number = last_id
    await asyncio.sleep(0)
    last_id = number + 1  # error: 4, SIS003, "last_id"
    others[number] = item
    return item
