"""Who chooses an object from a table that nobody fills later gets the one that others choose, too."""
import asyncio


async def rest():
    await asyncio.sleep(0)


class Clerk:
    def __init__(self, language):
        self.language = language
        self.said = []
        self.guest = None

    async def listen(self, text):
        self.said.append(str(text))  # error: 8, SIS004, "'Clerk.said'"
        await rest()
        return " ".join(self.said)


CLERKS = {"de": Clerk("de"), "en": Clerk("en")}


async def object_of_a_table_bad(language, text):
    clerk = CLERKS["de" if language == "de" else "en"]
    return await clerk.listen(text)


class Usher:
    def __init__(self, door):
        self.door = door
        self.seen = []

    async def greet(self, text):
        self.seen.append(str(text))  # error: 8, SIS004, "'Usher.seen'"
        await rest()
        return " ".join(self.seen)


USHERS = {"left": Usher("left"), "right": Usher("right")}


async def object_of_a_table_by_key_bad(door, text):
    return await USHERS.get(door, USHERS["left"]).greet(text)


class Porter:
    def __init__(self, floor):
        self.floor = floor
        self.guest = None

    async def carry(self, guest):
        self.guest = guest  # error: 8, SIS004, "'Porter.guest'"
        await rest()
        return self.guest


PORTERS = {each: Porter(each) for each in "123"}


async def object_of_a_table_made_by_a_loop_bad(floor, guest):
    porter = PORTERS[floor] if floor in PORTERS else PORTERS["1"]
    return await porter.carry(guest)


class Waiter:
    def __init__(self, table):
        self.table = table
        self.order = None

    async def serve(self, order):
        self.order = order
        await rest()
        return self.table


WAITERS = {"window": Waiter("window")}


async def object_of_a_table_that_sessions_fill_ok(guest, order):
    if guest not in WAITERS:
        WAITERS[guest] = Waiter("small")
    return await WAITERS[guest].serve(order)


class Recipe:
    def __init__(self, name):
        self.name = name

    async def cook(self, guest):
        await rest()
        return f"{self.name} for {guest}"


RECIPES = {"soup": Recipe("soup"), "cake": Recipe("cake")}


async def object_that_keeps_nothing_ok(dish, guest):
    recipe = RECIPES["soup" if dish == "soup" else "cake"]
    return await recipe.cook(guest)
