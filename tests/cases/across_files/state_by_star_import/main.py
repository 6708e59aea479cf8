"""A star import brings in the variables themselves, not copies; through whichever module it goes."""
import asyncio

from desk import *


async def rest():
    await asyncio.sleep(0)


async def list_of_the_star_bad(guest_id):
    waiting.append(guest_id)  # error: 4, SIS001, "'desk.waiting'"
    await rest()
    return " ".join(waiting)


def seat(guest_id):
    tables["newest"] = guest_id  # error: 4, SIS001


async def through_a_plain_function_bad(guest_id):
    seat(guest_id)
    await rest()
    return tables["newest"]


async def handed_on_by_two_stars_bad(guest_id):
    orders["last"] = guest_id  # error: 4, SIS001
    await rest()
    return orders["last"]


async def under_a_key_ok(guest_id):
    bills[guest_id] = guest_id
    await rest()
    return bills[guest_id]


async def own_list_of_that_name_ok(guest_id):
    menu = [guest_id]
    await rest()
    return " ".join(menu)


async def only_read_ok(guest_id):
    await rest()
    return guest_id + opening_hours["monday"]
