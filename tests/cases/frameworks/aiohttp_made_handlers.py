"""aiohttp: a function that makes a handler runs when the routes are made; the handler that it makes serves."""
import asyncio

from aiohttp import web


class Limits:
    seconds = 0
    name = ""


def set_seconds(seconds):
    Limits.seconds = max(Limits.seconds, seconds)


def _make(text, seconds):
    set_seconds(seconds)

    async def handle(request):
        await asyncio.sleep(0)
        return web.Response(text=f"{text} {Limits.seconds}")

    return handle


def make(text, seconds=0):
    return _make(text, seconds)


def start(text, seconds):
    handler = make(text, seconds)
    app = web.Application()
    app.add_routes([web.get("/", handler)])
    return app


# not executed: the handler is made by a function
async def maximum_is_set_by_the_maker_ok(request):
    await asyncio.sleep(0)
    return web.Response(text=str(Limits.seconds))


def make_greeting(text):
    async def greet(request):
        Limits.name = request.query["name"]  # error: 8, SIS002, "Limits.name"
        await asyncio.sleep(0)
        return web.Response(text=f"{text} {Limits.name}")

    return greet


def start_greeting(text):
    app = web.Application()
    app.router.add_get("/greet", make_greeting(text))
    return app


# not executed: the handler is made by a function
async def name_is_set_by_the_made_handler_bad(request):
    await asyncio.sleep(0)
    return web.Response(text=Limits.name)
