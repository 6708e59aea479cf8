"""A window or a terminal's screen has one user, who may start its coroutines again; an object of a service has many."""
import asyncio

from textual.app import App


async def load(name):
    await asyncio.sleep(0)
    return f"about {name}"


class Monitor(App):
    def __init__(self):
        super().__init__()
        self.details = ""

    async def on_mount(self):
        self.set_interval(5, self.refresh_details)

    async def refresh_details(self, name=None):
        if name or self.details:
            self.details = await load(name or self.details)


# not executed: the user works with the window, and no session calls it
def shown_to_the_one_user_ok():
    return Monitor()


class Desk:
    def __init__(self):
        self.details = ""

    async def refresh_details(self, name=None):
        if name or self.details:
            self.details = await load(name or self.details)  # error: 12, SIS004, "Desk.details"
            await asyncio.sleep(0)
        return self.details


desk = Desk()


async def shown_to_every_user_bad(name):
    return await desk.refresh_details(name)
