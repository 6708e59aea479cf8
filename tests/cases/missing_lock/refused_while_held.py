"""What refuses a second session while the place is taken, and takes it only after a pause, lets two in."""
import asyncio

berths = {"north": None}
names = {}
cabins = {}
moorings = {}
charts = {}


class Taken(Exception):
    pass


async def paid(ship):
    await asyncio.sleep(0)
    return ship


async def berth_that_raises_if_held_bad(session_id, ship):
    if berths["north"] is not None:
        raise Taken(ship)
    await paid(ship)
    berths["north"] = ship  # error: 4, SIS003, "tested, then set after an await"
    return ship


async def name_that_is_known_bad(session_id, name):
    if session_id in names:
        raise Taken(name)
    await paid(name)
    names[session_id] = name  # error: 4, SIS003, "tested, then set after an await"
    return name


async def take_cabin(cabin, guest):
    if cabin in cabins:
        return False
    await paid(guest)
    cabins[cabin] = guest  # error: 4, SIS003, "tested, then set after an await"
    return True


async def false_if_it_is_held_bad(session_id, guest):
    return await take_cabin(session_id, guest)


async def held_before_the_pause_ok(session_id, ship):
    if session_id in moorings:
        raise Taken(ship)
    moorings[session_id] = ship
    await paid(ship)
    return moorings[session_id]


async def chart_of(session_id):
    if session_id not in charts:
        await asyncio.sleep(0)
        charts[session_id] = f"chart of {session_id}"
    return charts[session_id]


async def made_twice_and_the_same_ok(session_id, ship):
    return await chart_of(session_id)
