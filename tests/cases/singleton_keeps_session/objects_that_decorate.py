"""An object above a function is one for all its calls; what it keeps from its entrance to its exit is mixed up."""
import asyncio
from contextlib import AsyncContextDecorator
from functools import wraps

level = {"depth": 0}


def depth():
    return level["depth"]


def go_to(number):
    level["depth"] = number


LEVEL = {"get": depth, "set": go_to}


async def rest():
    await asyncio.sleep(0)


class Deeper(AsyncContextDecorator):
    """The calls of one function enter one object."""

    async def __aenter__(self):
        self.before = LEVEL["get"]()  # error: 8, SIS004, "'__aenter__' sets 'Deeper.before', one for all decorated calls; make one for each call"
        LEVEL["set"](self.before + 1)

    async def __aexit__(self, *details):
        LEVEL["set"](self.before)


decorated = Deeper()(rest)


async def decorator_of_the_standard_library_bad(user):
    await decorated()
    return level["depth"]


class Span:
    def __call__(self, function):
        @wraps(function)
        async def wrapper(*given):
            with self:
                return await function(*given)
        return wrapper

    def __enter__(self):
        self.start()

    def start(self):
        self.before = LEVEL["get"]()  # error: 8, SIS004, "'__enter__' sets 'Span.before'"
        LEVEL["set"](self.before + 1)

    def __exit__(self, *details):
        LEVEL["set"](self.before)


spanned = Span()(rest)


async def wrapper_that_enters_itself_bad(user):
    await spanned()
    return level["depth"]


class Anew:
    """Makes another object for each call."""

    def __call__(self, function):
        @wraps(function)
        async def wrapper(*given):
            with Anew() as one:
                await function(*given)
            return one.number
        return wrapper

    def __enter__(self):
        self.number = 1
        return self

    def __exit__(self, *details):
        self.number += 1


anew = Anew()(rest)


async def another_object_for_each_call_ok(user):
    return await anew()


class Recreated(AsyncContextDecorator):
    """The library asks for another object before each call."""

    def __init__(self):
        self.number = 0

    def _recreate_cm(self):
        return type(self)()

    async def __aenter__(self):
        self.number = 1
        return self

    async def __aexit__(self, *details):
        self.number += 1


recreated = Recreated()(rest)


async def recreated_ok(user):
    await recreated()
    return user


class Entered:
    """Nothing shows that it decorates: each entrance may be another object's."""

    def __enter__(self):
        self.number = 1
        return self

    def __exit__(self, *details):
        self.number += 1


async def only_entered_ok(user):
    with Entered() as one:
        await rest()
    return one.number


class Guarded(AsyncContextDecorator):
    """One call after the other: a lock is held from its entrance to its exit."""

    def __init__(self):
        self.lock = asyncio.Lock()
        self.before = 0

    async def __aenter__(self):
        await self.lock.acquire()
        self.before = LEVEL["get"]()

    async def __aexit__(self, *details):
        LEVEL["set"](self.before)
        self.lock.release()


guarded = Guarded()(rest)


async def lock_from_entrance_to_exit_ok(user):
    await guarded()
    return user


class Connected(AsyncContextDecorator):
    """The first call makes what all use."""

    def __init__(self):
        self.client = None

    async def __aenter__(self):
        if self.client is None:
            self.client = object()

    async def __aexit__(self, *details):
        assert self.client is not None


connected = Connected()(rest)


async def made_once_ok(user):
    await connected()
    return user


class Block(AsyncContextDecorator):
    """It could decorate, but each block makes one."""

    async def __aenter__(self):
        self.before = LEVEL["get"]()

    async def __aexit__(self, *details):
        assert self.before is not None


async def one_for_each_block_ok(user):
    async with Block():
        await rest()
    return user
