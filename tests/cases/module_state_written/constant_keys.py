"""A key keeps users apart only if it tells them apart: a constant, a counter or a setting does not."""
import asyncio
from collections import defaultdict

LIMIT = 10


async def look_up(name):
    await asyncio.sleep(0)
    return f"card of {name}"


state = {}


async def literal_key_bad(user_id):
    state["user"] = user_id  # error: 4, SIS001, "state"
    await look_up(user_id)
    return state["user"]


states = {}


async def key_of_the_user_ok(user_id):
    states[user_id] = user_id
    await look_up(user_id)
    return states[user_id]


async def literal_key_of_a_local_ok(user_id):
    mine = {}
    mine["user"] = user_id
    await look_up(user_id)
    return mine["user"]


CURRENT = "current"
by_name = {}


async def key_with_a_name_bad(user_id):
    by_name[CURRENT] = user_id  # error: 4, SIS001, "by_name"
    await look_up(user_id)
    return by_name[CURRENT]


SETTINGS = {"room": "lobby"}
by_setting = defaultdict(list)


async def key_from_the_settings_bad(user_id, message):
    by_setting[SETTINGS["room"]].append(message)  # error: 4, SIS001, "by_setting"
    await look_up(user_id)
    return list(by_setting[SETTINGS["room"]])


by_user = defaultdict(list)


async def key_of_the_user_for_a_list_ok(user_id, message):
    by_user[user_id].append(message)
    return list(by_user[user_id])


by_default = defaultdict(list)


def remember(message, session="default"):
    by_default[session].append(message)  # error: 4, SIS001, "by_default"
    return list(by_default[session])


async def key_left_at_its_default_bad(user_id, message):
    await look_up(user_id)
    return remember(message)


by_argument = defaultdict(list)


def remember_for(message, session="default"):
    by_argument[session].append(message)
    return list(by_argument[session])


async def key_given_instead_of_the_default_ok(user_id, message):
    await look_up(user_id)
    return remember_for(message, session=user_id)


by_parameter = {}


async def key_from_a_parameter_ok(user_id, message):
    key = (user_id, message)
    by_parameter[key] = message
    await look_up(user_id)
    return by_parameter[key]


by_local_name = {}


async def key_with_a_local_name_bad(user_id):
    key = "user"
    by_local_name[key] = user_id  # error: 4, SIS001, "by_local_name"
    await look_up(user_id)
    return by_local_name[key]


by_local_copy = {}


async def key_copied_to_a_local_ok(user_id):
    key = user_id
    by_local_copy[key] = user_id
    await look_up(user_id)
    return by_local_copy[key]


nested = {"request": {}}


async def nested_literal_keys_bad(user_id):
    nested["request"]["user"] = user_id  # error: 4, SIS001, "nested"
    await look_up(user_id)
    return nested["request"]["user"]


nested_by_user = defaultdict(dict)


async def nested_below_the_key_of_the_user_ok(user_id):
    nested_by_user[user_id]["user"] = user_id
    await look_up(user_id)
    return nested_by_user[user_id]["user"]


updated = {}


async def updated_by_keyword_bad(user_id):
    updated.update(user=user_id)  # error: 4, SIS001, "updated"
    await look_up(user_id)
    return updated["user"]


updated_by_user = {}


async def updated_with_the_key_of_the_user_ok(user_id):
    updated_by_user.update({user_id: user_id})
    await look_up(user_id)
    return updated_by_user[user_id]


merged = {}


async def updated_from_a_display_bad(user_id):
    merged.update({"user": user_id})  # error: 4, SIS001, "merged"
    await look_up(user_id)
    return merged["user"]


defaults = {"user": "nobody"}


async def merged_into_a_new_dictionary_ok(user_id):
    mine = {**defaults, "user": user_id}
    await look_up(user_id)
    return mine["user"]


united = {}


async def united_in_place_bad(user_id):
    global united
    united |= {"user": user_id}  # error: 4, SIS001, "united"
    await look_up(user_id)
    return united["user"]


ununited = {"user": "nobody"}


async def united_under_a_local_name_ok(user_id):
    mine = ununited | {"user": user_id}
    await look_up(user_id)
    return mine["user"]


first = {}


async def first_one_stays_by_setdefault_bad(user_id):
    first.setdefault("user", user_id)  # error: 4, SIS001, "first"
    await look_up(user_id)
    return first["user"]


firsts = {}


async def first_one_of_the_user_stays_by_setdefault_ok(user_id):
    firsts.setdefault(user_id, user_id)
    await look_up(user_id)
    return firsts[user_id]


slots = [None] * LIMIT


async def index_bad(user_id):
    slots[0] = user_id  # error: 4, SIS001, "slots"
    await look_up(user_id)
    return slots[0]


async def index_of_a_local_ok(user_id):
    mine = [None] * LIMIT
    mine[0] = user_id
    await look_up(user_id)
    return mine[0]


inner_list = {"messages": []}


async def list_below_a_literal_key_bad(user_id, message):
    inner_list["messages"].append(message)  # error: 4, SIS001, "inner_list"
    await look_up(user_id)
    return list(inner_list["messages"])


inner_lists = {}


async def list_below_the_key_of_the_user_ok(user_id, message):
    inner_lists.setdefault(user_id, []).append(message)
    return list(inner_lists[user_id])


numbered = {}


async def key_counted_up_bad(user_id, message):
    numbered[len(numbered)] = message  # error: 4, SIS001, "numbered"
    await look_up(user_id)
    return list(numbered.values())


async def key_counted_up_in_a_local_ok(user_id, message):
    mine = {}
    mine[len(mine)] = message
    await look_up(user_id)
    return list(mine.values())


deleted = {}


async def literal_key_deleted_at_the_end_bad(user_id):
    deleted["user"] = user_id  # error: 4, SIS001, "deleted"
    await look_up(user_id)
    answer = deleted.get("user")
    if "user" in deleted:
        del deleted["user"]
    return answer


async def literal_key_of_a_local_deleted_at_the_end_ok(user_id):
    mine = {"user": user_id}
    await look_up(user_id)
    answer = mine.get("user")
    del mine["user"]
    return answer
