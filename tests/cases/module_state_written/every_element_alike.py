"""A loop sets an attribute of every element of a container: the program's elements are those of all sessions."""
import asyncio


class Lamp:
    """Lights for a guest; there are as many as there are in the house."""

    def __init__(self, room):
        self.room = room
        self.guest = None

    async def warm_up(self):
        await asyncio.sleep(0)


lamps = [Lamp("hall"), Lamp("stairs")]


async def every_lamp_set_bad(user_id, message):
    for lamp in lamps:
        lamp.guest = user_id  # error: 8, SIS001, "lamps"
    for lamp in lamps:
        await lamp.warm_up()
    return [lamp.guest for lamp in lamps]


lamps_used_at_once = [Lamp("hall")]


async def used_before_others_run_ok(user_id, message):
    for lamp in lamps_used_at_once:
        lamp.guest = user_id
    told = [lamp.guest for lamp in lamps_used_at_once]
    await asyncio.sleep(0)
    return told


rooms = [Lamp("alice"), Lamp("bob"), Lamp("robert")]


# benign race: of two requests of one guest the later one counts
async def own_room_chosen_ok(user_id, message):
    for lamp in rooms:
        if lamp.room == user_id:
            lamp.guest = message
    await asyncio.sleep(0)
    return [lamp.guest for lamp in rooms if lamp.room == user_id]


suites = [Lamp("alice"), Lamp("bob"), Lamp("robert")]


# benign race: of two requests of one guest the later one counts
async def other_rooms_passed_over_ok(user_id, message):
    for lamp in suites:
        if lamp.room != user_id:
            continue
        lamp.guest = message
    await asyncio.sleep(0)
    return [lamp.guest for lamp in suites if lamp.room == user_id]


def lamps_of_the_house():
    return [Lamp("hall"), Lamp("stairs")]


async def made_for_each_request_ok(user_id, message):
    own = lamps_of_the_house()
    for lamp in own:
        lamp.guest = user_id
    await asyncio.sleep(0)
    return [lamp.guest for lamp in own]


dimmed = [Lamp("hall")]


async def set_to_the_same_for_all_ok(user_id, message):
    for lamp in dimmed:
        lamp.guest = "nobody"
    await asyncio.sleep(0)
    return [lamp.guest for lamp in dimmed]


guests = []


def arrived(lamp):
    guests.append(lamp)


async def told_to_all_who_came_ok(user_id, message):
    for lamp in guests:
        lamp.room = "garden"
    await asyncio.sleep(0)
    return message
