"""An object that counts how often it is entered is entered by several tasks; the first one opens what all use."""
import asyncio


def one_for_all(cls, *given):
    """What somebody may do in another file."""
    return eval("cls")(*given)


class Line:
    """Of which one is enough, as long as somebody is in a call."""

    def __init__(self):
        self.held = 0

    async def open(self):
        self.held += 1
        await asyncio.sleep(0)

    def close(self):
        self.held -= 1


class Phone:
    def __init__(self, line):
        self.line = line
        self.calls = 0

    async def __aenter__(self):
        if self.calls == 0:
            await self.line.open()
        self.calls += 1  # error: 8, SIS103, "'Phone.calls' is read, then written after an await"
        return self

    async def __aexit__(self, *_):
        self.calls -= 1
        if self.calls == 0:
            self.line.close()

    async def told(self):
        await asyncio.sleep(0)
        return f"{self.line.held} open"


phone = one_for_all(Phone, Line())


async def line_opened_by_the_first_bad(user):
    async with phone:
        return await phone.told()


class Guarded:
    def __init__(self, line):
        self.line = line
        self.calls = 0
        self.lock = asyncio.Lock()

    async def __aenter__(self):
        async with self.lock:
            if self.calls == 0:
                await self.line.open()
            self.calls += 1
        return self

    async def __aexit__(self, *_):
        self.calls -= 1
        if self.calls == 0:
            self.line.close()

    async def told(self):
        await asyncio.sleep(0)
        return f"{self.line.held} open"


guarded = one_for_all(Guarded, Line())


async def line_opened_under_a_lock_ok(user):
    async with guarded:
        return await guarded.told()


class Counted:
    def __init__(self, line):
        self.line = line
        self.calls = 0

    async def __aenter__(self):
        self.calls += 1
        if self.calls == 1:
            await self.line.open()
        return self

    async def __aexit__(self, *_):
        self.calls -= 1
        if self.calls == 0:
            self.line.close()

    async def told(self):
        await asyncio.sleep(0)
        return f"{self.line.held} open"


counted = one_for_all(Counted, Line())


async def counted_before_it_opens_ok(user):
    async with counted:
        return await counted.told()


class Tally:
    def __init__(self, line):
        self.line = line
        self.calls = 0

    async def __aenter__(self):
        if not self.calls:
            self.calls += 1
            await self.line.open()
        else:
            self.calls += 1
        return self

    async def __aexit__(self, *_):
        self.calls -= 1
        if self.calls == 0:
            self.line.close()

    async def told(self):
        await asyncio.sleep(0)
        return f"{self.line.held} open"


tally = one_for_all(Tally, Line())


async def counted_in_each_branch_ok(user):
    async with tally:
        return await tally.told()


class Visit:
    def __init__(self, line):
        self.line = line

    async def __aenter__(self):
        await self.line.open()
        return self

    async def __aexit__(self, *_):
        self.line.close()


async def entered_by_who_makes_it_ok(user):
    async with one_for_all(Visit, Line()) as visit:
        return visit.line.held
