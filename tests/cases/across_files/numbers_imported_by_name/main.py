"""A number or text imported by its name stays that of the import; what another module holds later is seen there."""
import asyncio

import places
from places import MOST, SIZES, first_name, host, names


async def rest():
    await asyncio.sleep(0)


async def limits_are_put_back_ok(user_id):
    known = MOST + SIZES
    await rest()
    places.MOST = known - SIZES
    places.SIZES = SIZES
    return user_id


async def limit_is_counted_up_bad(user_id):
    known = places.limit
    await rest()
    places.limit = known + 1  # error: 4, SIS003, "'places.limit'"
    return user_id


async def name_is_not_seen_ok(user_id):
    places.first_name = user_id
    await rest()
    return first_name


async def name_is_seen_when_imported_later_bad(user_id):
    places.guest = user_id  # error: 4, SIS001, "'places.guest'"
    await rest()
    from places import guest
    return guest


async def own_variable_of_the_name_bad(user_id):
    global host
    host = user_id  # error: 4, SIS001, "host"
    await rest()
    return host


async def list_is_the_same_bad(user_id):
    places.names.append(user_id)  # error: 4, SIS001, "'places.names'"
    await rest()
    return " ".join(names)
