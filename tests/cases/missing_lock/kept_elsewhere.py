"""A memo of what another place keeps: who comes second gets the very same object."""
import asyncio

_tables = {}
_lock = asyncio.Lock()
_menu = None
_wishes = None
_shelf = None


async def table(name):
    async with _lock:
        if name not in _tables:
            _tables[name] = {}
        return _tables[name]


async def menu():
    global _menu
    if _menu is None:
        _menu = await table("menu")
    return _menu


async def entry_of_a_table_that_keeps_it_ok(user_id, message):
    (await menu())[user_id] = message
    return (await menu())[user_id]


async def new_table(name):
    await asyncio.sleep(0)
    return {name: name}


async def wishes():
    global _wishes
    if _wishes is None:
        _wishes = await new_table("wishes")  # error: 8, SIS003, "_wishes"
    return _wishes


async def table_made_by_each_call_bad(user_id, message):
    (await wishes())[user_id] = message
    await asyncio.sleep(0)
    return (await wishes()).get(user_id)


class Library:
    def __init__(self):
        self._shelves = {"books": {}, "maps": {}}
        self._books = None
        self._maps = None

    async def shelf(self, name):
        await asyncio.sleep(0)
        return self._shelves[name]

    async def copy(self, name):
        await asyncio.sleep(0)
        return dict(self._shelves[name])

    async def put(self, reader, book):
        if self._books is None:
            self._books = await self.shelf("books")
        self._books[reader, book] = book
        await asyncio.sleep(0)
        return self._books.get((reader, book))

    async def draw(self, reader, place):
        if self._maps is None:
            self._maps = await self.copy("maps")  # error: 12, SIS003, "_maps"
        self._maps[reader, place] = place
        await asyncio.sleep(0)
        return self._maps.get((reader, place))


LIBRARY = Library()


async def copy_of_an_entry_bad(user_id, message):
    return await LIBRARY.draw(user_id, message)



async def entry_of_an_attribute_ok(user_id, message):
    return await LIBRARY.put(user_id, message)