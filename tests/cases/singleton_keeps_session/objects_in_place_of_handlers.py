"""A class that decorates a handler puts one object in its place, for all calls."""
import asyncio


class Audited:
    def __init__(self, handler):
        self.handler = handler
        self.user = None

    async def __call__(self, user, message):
        self.user = user  # error: 8, SIS004, "'Audited.user'"
        answer = await self.handler(user, message)
        return [self.user, answer]


@Audited
async def kept_by_the_object_bad(user, message):
    await asyncio.sleep(0)
    return message


class Kept:
    """Keeps in a variable of the call what it needs after it, and counts the calls."""

    def __init__(self, handler):
        self.handler = handler
        self.calls = 0

    async def __call__(self, user, message):
        self.calls += 1
        own = user
        answer = await self.handler(user, message)
        return [own, answer]


@Kept
async def kept_in_the_call_ok(user, message):
    await asyncio.sleep(0)
    return message


class Once:
    """A new object for each call."""

    def __init__(self, handler):
        self.handler = handler
        self.user = None

    async def run(self, user, message):
        self.user = user
        answer = await self.handler(user, message)
        return [self.user, answer]


async def answered(user, message):
    await asyncio.sleep(0)
    return message


async def object_of_each_call_ok(user, message):
    return await Once(answered).run(user, message)
