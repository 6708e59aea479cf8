"""An object whose method decorates handlers is one for all their calls, wherever it is made."""
import asyncio
import functools


def made_elsewhere(cls):
    """What another file does."""
    return eval("cls")()


class Audit:
    def __init__(self):
        self.user = None

    def watched(self, handler):
        @functools.wraps(handler)
        async def around(user, message):
            self.user = user  # error: 12, SIS004, "'Audit.user'"
            answer = await handler(user, message)
            return [self.user, answer]

        return around


audit = made_elsewhere(Audit)


@audit.watched
async def stored_around_a_handler_bad(user, message):
    await asyncio.sleep(0)
    return message


class Meter:
    """Counts, and what it keeps of a call it keeps in a variable of the call."""

    def __init__(self):
        self.calls = 0

    def watched(self, handler):
        @functools.wraps(handler)
        async def around(user, message):
            self.calls += 1
            started = user
            answer = await handler(user, message)
            return [started, answer]

        return around


meter = made_elsewhere(Meter)


@meter.watched
async def counted_around_a_handler_ok(user, message):
    await asyncio.sleep(0)
    return message


class Places:
    """Under a key of each user."""

    def __init__(self):
        self.at = {}

    def watched(self, handler):
        @functools.wraps(handler)
        async def around(user, message):
            self.at[user] = message
            answer = await handler(user, message)
            return [self.at[user], answer]

        return around


places = made_elsewhere(Places)


# benign race: of two requests of one user the later one tells where that user is
@places.watched
async def keyed_around_a_handler_ok(user, message):
    await asyncio.sleep(0)
    return message
