"""Who awaits an object is not known, as for one that is entered; what a handler calls by itself is."""
import asyncio
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from fastapi import FastAPI


async def connect(config):
    await asyncio.sleep(0)
    return config


class Database(AbstractAsyncContextManager):
    def __init__(self, config):
        self.config = config
        self._connection = None

    async def open(self):
        self._connection = await connect(config=self.config)
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


class Desk:
    def __init__(self, config):
        self.config = config
        self._connection = None

    async def open(self, user_id):
        self._connection = await connect(config=user_id)  # error: 8, SIS004, "_connection"
        await asyncio.sleep(0)
        return self._connection


desk = Desk("standard")


@asynccontextmanager
async def lifespan(app):
    async with Database("standard"):
        yield


app = FastAPI(lifespan=lifespan)


@app.get("/desk")
async def opened_by_the_handler_bad(user_id):
    return await desk.open(user_id)


@app.get("/name")
async def database_of_the_lifespan_ok(user_id):
    return user_id
