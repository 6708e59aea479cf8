"""A list of the module grows with each message, whichever way that is written: everybody's messages end up in it."""
import asyncio
from collections import defaultdict


async def complete(messages):
    answer = "You said: " + ", ".join(messages)
    await asyncio.sleep(0)
    return answer


appended = []


async def appended_without_key_bad(user_id, message):
    appended.append(message)  # error: 4, SIS001, "appended"
    return await complete(appended)


keyed = defaultdict(list)


async def appended_under_the_key_of_the_user_ok(user_id, message):
    keyed[user_id].append(message)
    return await complete(keyed[user_id])


async def appended_to_a_local_list_ok(user_id, message):
    local = []
    local.append(message)
    return await complete(local)


extended = []


async def extended_without_key_bad(user_id, message):
    extended.extend([user_id, message])  # error: 4, SIS001, "extended"
    return await complete(extended)


async def extended_local_list_ok(user_id, message):
    local = []
    local.extend([user_id, message])
    return await complete(local)


inserted = ["Be polite."]


async def inserted_without_key_bad(user_id, message):
    inserted.insert(1, message)  # error: 4, SIS001, "inserted"
    return await complete(inserted)


prompt = ["Be polite."]


async def inserted_into_a_copy_ok(user_id, message):
    mine = prompt.copy()
    mine.insert(1, message)
    return await complete(mine)


augmented = []


async def augmented_assignment_bad(user_id, message):
    global augmented
    augmented += [message]  # error: 4, SIS001, "augmented"
    return await complete(augmented)


async def augmented_local_ok(user_id, message):
    mine = []
    mine += [message]
    return await complete(mine)


rebound = []


async def rebound_to_a_longer_list_bad(user_id, message):
    global rebound
    rebound = rebound + [message]  # error: 4, SIS001, "rebound"
    return await complete(rebound)


unbound = []


async def longer_list_under_a_local_name_ok(user_id, message):
    mine = unbound + [message]
    return await complete(mine)


unpacked = []


async def rebound_to_a_list_with_the_old_one_unpacked_bad(user_id, message):
    global unpacked
    unpacked = [*unpacked, message]  # error: 4, SIS001, "unpacked"
    return await complete(unpacked)


packed = []


async def old_list_unpacked_into_a_local_ok(user_id, message):
    mine = [*packed, message]
    return await complete(mine)


sliced = []


async def slice_assigned_bad(user_id, message):
    sliced[len(sliced):] = [message]  # error: 4, SIS001, "sliced"
    return await complete(sliced)


async def slice_of_a_local_assigned_ok(user_id, message):
    mine = []
    mine[len(mine):] = [message]
    return await complete(mine)


on_demand = None


async def made_on_demand_bad(user_id, message):
    global on_demand
    if on_demand is None:
        on_demand = []
    on_demand.append(message)  # error: 4, SIS001, "on_demand"
    return await complete(on_demand)


on_demand_for = {}


async def made_on_demand_for_the_user_ok(user_id, message):
    if user_id not in on_demand_for:
        on_demand_for[user_id] = []
    on_demand_for[user_id].append(message)
    return await complete(on_demand_for[user_id])


entries = []


async def entries_of_dictionaries_bad(user_id, message):
    entries.append({"role": "user", "content": message})  # error: 4, SIS001, "entries"
    return await complete(entry["content"] for entry in entries)


async def entries_of_a_local_ok(user_id, message):
    mine = [{"role": "user", "content": message}]
    return await complete(entry["content"] for entry in mine)


locked = []
lock = asyncio.Lock()


async def appended_under_a_lock_bad(user_id, message):
    async with lock:
        locked.append(message)  # error: 8, SIS001, "locked"
        return await complete(locked)


keyed_and_locked = defaultdict(list)


async def appended_under_a_lock_and_a_key_ok(user_id, message):
    async with lock:
        keyed_and_locked[user_id].append(message)
        return await complete(keyed_and_locked[user_id])


shortened = []


async def appended_and_shortened_again_bad(user_id, message):
    shortened.append(message)  # error: 4, SIS001, "shortened"
    answer = await complete(shortened)
    del shortened[:-10]
    return answer


async def local_list_shortened_ok(user_id, message):
    mine = [message]
    answer = await complete(mine)
    del mine[:-10]
    return answer


board = []


# false alarm: the notes are meant for all users, which the source does not say
# shared on purpose: a board that everybody may read
async def false_alarm_board_for_everybody_ok(user_id, message):
    board.append(message)  # error: 4, SIS001, "board"
    return list(board)
