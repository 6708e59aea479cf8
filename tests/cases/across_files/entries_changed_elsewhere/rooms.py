"""Tables whose entries are made on demand: nothing here changes an entry."""
import asyncio


class Room:
    def __init__(self, name):
        self.name = name
        self.said = []

    def tell(self, message):
        self.said.append(message)


async def load(name):
    await asyncio.sleep(0)
    return Room(name)


rooms: dict[str, Room] = {}


async def room_of(name):
    if name not in rooms:
        rooms[name] = await load(name)  # error: 8, SIS003, "'rooms[name]' is tested, then set after an await"
    return rooms[name]


halls: dict[str, Room] = {}


async def hall_of(name):
    if name not in halls:
        halls[name] = await load(name)
    return halls[name]


cellars: dict[str, Room] = {}


async def cellar_of(name):
    if name not in cellars:
        cellars[name] = await load(name)  # error: 8, SIS003, "cellars[name]"
    cellars[name].said.append(name)
    return cellars[name]


class Verifier:
    """Fetches its keys when it is first asked."""

    def __init__(self, issuer):
        self.issuer = issuer
        self.keys = None
        self.asked = 0

    async def verify(self, token):
        self.asked = 1
        if self.keys is None:
            self.keys = await fetched_keys()
        return f"{self.keys} {token}"


async def fetched_keys():
    await asyncio.sleep(0)
    return "keys"


verifiers: dict[str, Verifier] = {}


async def verifier_of(issuer):
    if issuer not in verifiers:
        await asyncio.sleep(0)
        verifiers[issuer] = Verifier(issuer)
    return verifiers[issuer]
