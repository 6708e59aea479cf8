"""What a stub does is written elsewhere: it may wait, and give anything."""
import abc
import asyncio


class Line(abc.ABC):
    def __init__(self):
        self.rung = 0
        self.dialled = 0
        self.settled = 0
        self.counted = 0
        self.locked = 0

    @abc.abstractmethod
    async def dial(self):
        """For subclasses."""

    async def ring(self):
        raise NotImplementedError

    async def settle(self):
        """Nothing to do here."""


class Telephone(Line):
    async def dial(self):
        await asyncio.sleep(0)

    async def ring(self):
        await asyncio.sleep(0)

    async def settle(self):
        await asyncio.sleep(0)


def telephone() -> Line:
    return Telephone()


line = telephone()


async def waits_in_an_abstract_method_bad(caller):
    seen = line.dialled
    await line.dial()
    line.dialled = seen + 1  # error: 4, SIS003, "Line.dialled"
    return line.dialled


async def waits_in_one_that_is_not_implemented_bad(caller):
    seen = line.rung
    await line.ring()
    line.rung = seen + 1  # error: 4, SIS003, "Line.rung"
    return line.rung


async def waits_in_an_empty_method_bad(caller):
    seen = line.settled
    await line.settle()
    line.settled = seen + 1  # error: 4, SIS003, "Line.settled"
    return line.settled


async def nothing():
    pass


async def waits_for_a_function_that_does_nothing_ok(caller):
    seen = line.counted
    await nothing()
    line.counted = seen + 1
    return None


lock = asyncio.Lock()


async def waits_in_a_stub_under_a_lock_ok(caller):
    async with lock:
        seen = line.locked
        await line.settle()
        line.locked = seen + 1
    return None
