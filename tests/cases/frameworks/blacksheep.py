"""BlackSheep: plain handlers run on the loop itself, and a controller is made for each request."""
import asyncio

from blacksheep import Application, get, post
from blacksheep.server.controllers import Controller

app = Application()
history = []


@post("/chat")
async def handler_bad(user, message):
    history.append(message)  # error: 4, SIS001, "history"
    return list(history)


visits = 0


@get("/visits")
def count_visit(user):
    global visits
    before = visits
    visits = before + 1
    return user


async def plain_handler_counts_on_the_loop_ok(user):
    await asyncio.sleep(0)
    return count_visit(user)


added = []


def added_bad(user, message):
    added.append(message)  # error: 4, SIS001, "added"
    return list(added)


app.router.add_post("/added", added_bad)
seen = []


async def middleware(request, handler):
    seen.append(request)  # error: 4, SIS001, "seen"
    return list(seen)


app.middlewares.append(middleware)


async def middleware_bad(user, message):
    return await middleware(message, print)


class Chats(Controller):
    @get()
    async def list_chats(self, message):
        self.message = message
        await asyncio.sleep(0)
        return self.message


async def kept_on_the_controller_ok(user, message):
    return await Chats().list_chats(message)


languages = []


@app.on_start
async def begin(app):
    languages.append(app)


@get("/languages")
async def what_was_there_before_ok(user):
    return list(languages)


class Desk(Controller):
    def __init__(self):
        self.last = None

    @get()
    async def ask(self, message):
        before = self.last
        self.last = message  # error: 8, SIS004, "Desk.last"
        return before


app.services.add_singleton(Desk)
desk = Desk()


async def kept_on_the_only_controller_bad(user, message):
    return await desk.ask(message)


class Drafts(Controller):
    def __init__(self):
        self.last = None

    @get()
    async def draft(self, message):
        before = self.last
        self.last = message
        return before


app.services.add_scoped(Drafts)


async def kept_on_a_controller_of_each_request_ok(user, message):
    return await Drafts().draft(message)
