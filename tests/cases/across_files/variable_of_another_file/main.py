"""A variable that another file binds is the same place for all who import it, by whatever name."""
import asyncio

import marks
import places
from handed_on import shared_list as ours
from places import table


async def rest():
    await asyncio.sleep(0)


async def list_handed_on_bad(user_id):
    ours.append(user_id)  # error: 4, SIS001, "'places.shared_list'"
    await rest()
    return " ".join(ours)


async def variable_of_a_module_bad(user_id):
    places.current = user_id  # error: 4, SIS001, "'places.current'"
    await rest()
    return places.current


async def table_under_a_key_ok(user_id):
    table[user_id] = user_id
    await rest()
    return table[user_id]


async def own_variable_of_that_name_ok(user_id):
    shared_list = [user_id]
    await rest()
    return " ".join(shared_list)


async def marks_of_one_request_ok(user_id):
    marks.add(user_id)
    await rest()
    return " ".join(marks.own.get()["all"])
