"""Objects that are one session's by their name, that nobody exports, or that a method makes ready once."""
import asyncio


def one_for_all(cls, *given):
    """What somebody may do in another file."""
    return eval("cls")(*given)


async def rest():
    await asyncio.sleep(0)


class ChatSession:
    def __init__(self, client):
        self.client = client
        self.said = None

    async def say(self, message):
        self.said = message
        await rest()
        return self.said


async def session_by_its_name_ok(name):
    return await one_for_all(ChatSession, None).say(name)


class _Handshake:
    def __init__(self, token):
        self.token = token
        self.nonce = None

    async def greet(self, nonce):
        self.nonce = nonce
        await rest()
        return self.nonce


async def made_for_each_call_and_not_exported_ok(name):
    return await one_for_all(_Handshake, name).greet(name)


class _Core:
    def __init__(self, token):
        self.token = token
        self.owner = None

    async def claim(self, owner):
        self.owner = owner  # error: 8, SIS104, "'claim' sets '_Core.owner'"
        await rest()
        return self.owner


class Depot:
    def __init__(self):
        self.core = _Core("depot")


depot = one_for_all(Depot)


async def part_of_what_is_exported_bad(name):
    return await depot.core.claim(name)


class Printer:
    def __init__(self):
        self.paper = None

    async def connect(self, paper):
        self.paper = paper
        await rest()
        self.paper = paper.upper()

    async def print(self, text):
        await rest()
        return f"{text} on {self.paper}"


printer = one_for_all(Printer)


async def connected_once_ok(text):
    return await printer.print(text)


class Pages:
    """An iterator is its loop's own."""

    def __init__(self):
        self.after = None
        self.client = None

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.after = await self.next_after(self.after)
        if len(self.after) > 3:
            raise StopAsyncIteration
        return self.after

    async def next_after(self, after):
        await asyncio.sleep(0)
        return f"{after or ''}+"


def pages():
    return eval("Pages")()


async def iterator_of_one_loop_ok(user, message):
    return [each async for each in pages()]
