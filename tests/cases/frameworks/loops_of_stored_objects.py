"""The loop of an object in the application's storage is one task if start-up code starts it there; a handler that
calls the object's methods is another. One assignment may store it under two names."""
import asyncio

from aiohttp import web


class Rules:
    def __init__(self, path):
        self.path = path
        self.version = 0

    async def refresh(self):
        known = self.version
        await asyncio.sleep(0)
        self.version = known + 1

    async def poll(self):
        while True:
            await self.refresh()
            await asyncio.sleep(30)


class Prices:
    def __init__(self):
        self.version = 0

    async def poll(self):
        while True:
            await self.refresh()
            await asyncio.sleep(30)

    async def refresh(self):
        known = self.version
        await asyncio.sleep(0)
        self.version = known + 1  # error: 8, SIS003, "Prices.version"


async def start(app):
    app["rules"] = Rules("rules")
    app["task"] = asyncio.create_task(app["rules"].poll())


async def start_prices(app):
    prices = app["prices"] = Prices()
    app["prices_task"] = asyncio.create_task(prices.poll())


# not executed: the loop is started by the library
async def refreshed_by_a_handler_too_bad(request):
    await request.app["prices"].refresh()
    return web.Response()


# not executed: the loop is started by the library
async def loop_that_start_up_code_starts_ok(request):
    return web.Response(text=str(request.app["rules"].version))


app = web.Application()
app.on_startup.extend([start, start_prices])
app.router.add_get("/", loop_that_start_up_code_starts_ok)
app.router.add_get("/prices", refreshed_by_a_handler_too_bad)
if __name__ == "__main__":
    web.run_app(app)
