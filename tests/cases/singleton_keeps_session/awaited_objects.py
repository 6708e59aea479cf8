"""Who awaits an object is not known, as for one that is entered; what a handler calls by itself is."""
import asyncio


async def connect(url):
    await asyncio.sleep(0)
    return f"connection to {url}"


class Database:
    def __init__(self, url):
        self.url = url
        self._connection = None

    async def open(self):
        self._connection = await connect(self.url)
        await asyncio.sleep(0)
        return self._connection

    async def __aenter__(self):
        await self.open()
        return self

    async def __aexit__(self, *error):
        self._connection = None

    def __await__(self):
        async def opened():
            return await self.__aenter__()

        return opened().__await__()


database = Database("standard")


async def main():
    async with database:
        await asyncio.sleep(1)


async def awaited_object_ok(user_id):
    return f"{user_id} {database.url}"


class Desk:
    def __init__(self):
        self._connection = None

    async def open(self, url):
        self._connection = await connect(url)  # error: 8, SIS004, "_connection"
        await asyncio.sleep(0)
        return self._connection


desk = Desk()


async def opened_by_the_handler_bad(url):
    return await desk.open(url)
