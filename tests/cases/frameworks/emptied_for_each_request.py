"""A list that a middleware empties for each request, and shows at its end, is that request's: also where only other
files fill it."""
import asyncio


hints = []
levels = []


class ShowHints:
    """A middleware of ASGI."""

    def __init__(self, inner):
        self.inner = inner

    async def __call__(self, scope, receive, send):
        hints.clear()  # error: 8, SIS001, "hints"
        await self.inner(scope, receive, send)
        await send({"type": "hints", "hints": list(hints)})


show_hints = ShowHints(asyncio.sleep)


# not executed: a server calls it
async def hints_of_one_request_emptied_by_the_next_bad(name, text):
    return await show_hints({}, name, text)


def hint(text):
    hints.append(text)


class ShowLevels:
    """It empties what holds nothing of a request."""

    def __init__(self, inner):
        self.inner = inner

    async def __call__(self, scope, receive, send):
        levels.clear()
        await self.inner(scope, receive, send)
        await send({"type": "levels", "levels": list(levels)})


show_levels = ShowLevels(asyncio.sleep)


# not executed: a server calls it
async def constants_emptied_for_each_request_ok(name, text):
    return await show_levels({}, name, text)


def level():
    levels.append("high")


marks = []


class CountMarks:
    """It empties what nobody shows."""

    def __init__(self, inner):
        self.inner = inner

    async def __call__(self, scope, receive, send):
        marks.clear()
        await self.inner(scope, receive, send)


count_marks = CountMarks(asyncio.sleep)


# not executed: a server calls it
async def emptied_and_never_shown_ok(name, text):
    return await count_marks({}, name, text)


def mark(text):
    marks.append(text)
