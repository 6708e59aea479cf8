"""The entry of a table is made where it is missing, and then gets parts while another function call walks over it."""
import asyncio


async def send(member, message):
    await asyncio.sleep(0)
    return f"{member}: {message}"


rooms = {}


async def set_of_the_entry_walked_bad(room_id, member):
    if room_id not in rooms:
        rooms[room_id] = set()
    rooms[room_id].add(member)
    for one in rooms[room_id]:  # error: 4, SIS003, "rooms[room_id]"
        await send(one, "hello")
    rooms[room_id].discard(member)
    return member


copied_rooms = {}


async def copy_of_the_set_of_the_entry_walked_ok(room_id, member):
    if room_id not in copied_rooms:
        copied_rooms[room_id] = set()
    copied_rooms[room_id].add(member)
    for one in list(copied_rooms[room_id]):
        await send(one, "hello")
    copied_rooms[room_id].discard(member)
    return member


seats = {}


async def dict_of_the_entry_walked_bad(room_id, member):
    if room_id not in seats:
        seats[room_id] = {}
    seats[room_id][member] = True
    for one in seats[room_id]:  # error: 4, SIS003, "seats[room_id]"
        await send(one, "hello")
    seats[room_id].pop(member, None)
    return member


filled_seats = {}


async def dict_of_the_entry_walked_without_a_pause_ok(room_id, member):
    if room_id not in filled_seats:
        filled_seats[room_id] = {}
    filled_seats[room_id][member] = True
    names = [one for one in filled_seats[room_id] if one == member]
    await send(member, "hello")
    return names


lists = {}


async def list_of_the_entry_walked_ok(room_id, member):
    if room_id not in lists:
        lists[room_id] = []
    lists[room_id].append(member)
    for one in lists[room_id]:
        await send(one, "hello")
    return member


class Hall:
    def __init__(self):
        self.guests = {}

    def enter(self, room_id, member):
        self.guests.setdefault(room_id, set())
        self.guests[room_id].add(member)

    async def greet(self, room_id):
        for one in self.guests[room_id]:  # error: 8, SIS003, "guests[room_id]"
            await send(one, "hello")

    def leave(self, room_id, member):
        self.guests[room_id].discard(member)


hall = Hall()


async def set_of_an_attribute_walked_bad(room_id, member):
    hall.enter(room_id, member)
    await hall.greet(room_id)
    hall.leave(room_id, member)
    return member
