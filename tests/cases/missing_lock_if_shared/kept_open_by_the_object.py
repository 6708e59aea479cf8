"""What an object enters by its own exit stack stays open as long as the object: a second one is not only made twice."""
import asyncio
from contextlib import AsyncExitStack


def one_for_all(cls, *given):
    """What somebody may do in another file."""
    return eval("cls")(*given)


class Wire:
    opened = []

    async def __aenter__(self):
        await asyncio.sleep(0)
        Wire.opened.append("one")
        return self

    async def __aexit__(self, *_):
        await asyncio.sleep(0)

    async def send(self, text):
        await asyncio.sleep(0)
        return f"{text} on {len(self.opened)}"


class HTTPSession:
    def __init__(self, max_pool):
        self.max_pool = max_pool
        self.stack = AsyncExitStack()
        self.wires = {}

    async def send(self, proxy, text):
        if proxy not in self.wires:
            wire = Wire()
            await asyncio.sleep(0)
            self.wires[proxy] = await self.stack.enter_async_context(wire)  # error: 12, SIS103
        return await self.wires[proxy].send(text)


http = one_for_all(HTTPSession, 8)


async def entered_once_more_bad(user):
    return await http.send("proxy", user)


class Cache:
    def __init__(self, client):
        self.client = client
        self.pages = {}

    async def page(self, name):
        if name not in self.pages:
            await asyncio.sleep(0)
            self.pages[name] = await self.client.send(name)
        return self.pages[name]


class Plain:
    async def send(self, text):
        await asyncio.sleep(0)
        return f"{text}."


cache = one_for_all(Cache, Plain())


async def looked_up_once_more_ok(user):
    return await cache.page("home")
