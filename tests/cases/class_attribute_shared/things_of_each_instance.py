"""What each instance enters into a container of its class, and what it makes of all its entries, others find there."""
import asyncio


async def rest():
    await asyncio.sleep(0)


class Choir:
    singers = []

    def enter(self, singer):
        self.singers.append(singer)  # error: 8, SIS002, "'Choir.singers', one list"

    def leave(self, singer):
        self.singers.remove(singer)

    def names(self):
        return [each.upper() for each in self.singers]


async def elements_removed_by_themselves_bad(user_id, message):
    choir = Choir()
    choir.enter(message)
    await rest()
    names = choir.names()
    choir.leave(message)
    return names


class OwnChoir:
    def __init__(self):
        self.singers = []

    def enter(self, singer):
        self.singers.append(singer)

    def leave(self, singer):
        self.singers.remove(singer)


async def elements_of_an_own_list_ok(user_id, message):
    choir = OwnChoir()
    choir.enter(message)
    await rest()
    choir.leave(message)
    return choir.singers


class Hall:
    """The program has one of it, so that its class's list is its own."""

    seats = []

    def enter(self, guest):
        self.seats.append(guest)

    def leave(self, guest):
        self.seats.remove(guest)


hall = Hall()


async def list_of_the_only_instance_ok(user_id, message):
    hall.enter(user_id)
    await rest()
    hall.leave(user_id)
    return message


class Path:
    parts = {"news": "/news", "sport": "/sport"}

    def __init__(self, host):
        for name, part in self.parts.items():
            self.parts[name] = f"{host}{part}"  # error: 12, SIS002, "'Path.parts', one dict"

    def of(self, name):
        return self.parts[name]


async def every_entry_made_anew_bad(user_id):
    path = Path(user_id)
    await rest()
    return path.of("news")


class Ways:
    parts = ["/news", "/sport"]
    known = {"news": "/news", "sport": "/sport"}

    def __init__(self, host):
        for name in self.known:
            self.known[name] = host + self.known[name]  # error: 12, SIS002, "'Ways.known', one dict"


async def every_key_of_a_loop_bad(user_id):
    ways = Ways(user_id)
    await rest()
    return ways.known["news"]


class OwnPath:
    parts = {"news": "/news", "sport": "/sport"}

    def __init__(self, host):
        self.parts = {name: f"{host}{part}" for name, part in self.parts.items()}


async def own_entries_ok(user_id):
    path = OwnPath(user_id)
    await rest()
    return path.parts["news"]


class Seen:
    times = {}

    def __init__(self, user_id):
        self.times[user_id] = 1


async def one_entry_for_each_user_ok(user_id):
    seen = Seen(user_id)
    await rest()
    return seen.times[user_id]
