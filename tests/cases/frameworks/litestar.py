"""Litestar: plain handlers run on the loop, unless sent to threads, and there is one object of a controller."""
import asyncio

from litestar import Controller, Litestar, get, post
from litestar.di import Provide
from litestar.handlers import WebsocketListener

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


sent = 0


@get("/sent", sync_to_thread=True)
def sent_to_a_thread_bad(user):
    global sent
    before = sent
    sent = before + 1  # error: 4, SIS003, "sent"
    return user


tenants = []


def note_tenant(tenant):
    tenants.append(tenant)  # error: 4, SIS001, "tenants"
    return list(tenants)


def dependency_bad(user, message):
    return note_tenant(message)


async def make_history():
    return []


# not executed: Litestar keeps what the dependency gave
@get("/cached", dependencies={"remembered": Provide(make_history, use_cache=True)})
async def cached_dependency_bad(remembered, message):
    remembered.append(message)  # error: 4, SIS006, "make_history"
    return list(remembered)


@get("/anew", dependencies={"fresh": Provide(make_history)})
async def dependency_made_for_each_request_ok(user, message):
    fresh = await make_history()
    fresh.append(message)
    return fresh


shelf = []


async def get_shelf():
    return shelf


# not executed: Litestar hands in what the provider gives
@post("/shelf", dependencies={"books": Provide(get_shelf)})
async def list_that_a_provider_gives_all_bad(books, title):
    books.append(title)  # error: 4, SIS001, "shelf"
    return list(books)


class Desk:
    def __init__(self):
        self.last = None

    def ask(self, message):
        before = self.last
        self.last = message  # error: 8, SIS004, "Desk.last"
        return before


# not executed: Litestar makes the object
@get("/desk", dependencies={"desk": Provide(Desk, use_cache=True)})
async def object_of_a_cached_dependency_bad(desk, message):
    return desk.ask(message)


# not executed: Litestar hands in the application's state
@post("/state")
async def state_by_its_name_bad(state, message):
    before = state.last
    state.last = message  # error: 4, SIS001, "app.state.last"
    return before


# not executed: it takes a request
@post("/own-state")
async def kept_on_the_request_ok(request, message):
    before = request.state.last
    request.state.last = message
    return before


class Chats(Controller):
    path = "/chats"

    @post()
    def add(self, message):
        kept.append(message)  # error: 8, SIS001, "kept"
        return list(kept)


kept = []


def method_of_a_controller_bad(user, message):
    return Chats().add(message)


class Last(Controller):
    user = None

    @get()
    async def ask(self, user):
        self.user = user  # error: 8, SIS004, "Last.user"
        await asyncio.sleep(0)
        return self.user


controller = Last()


async def kept_on_the_controller_bad(user, message):
    return await controller.ask(user)


languages = []


async def begin(app):
    languages.append(app)


app = Litestar(
    [handler_bad, count_visit, Chats], dependencies={"tenant": Provide(note_tenant)}, on_startup=[begin])


@get("/languages")
async def what_was_there_before_ok(user):
    return list(languages)


class Listener(WebsocketListener):
    last = None

    def on_receive(self, data):
        before = self.last
        self.last = data  # error: 8, SIS004, "Listener.last"
        return before


listener = Listener()


def kept_on_the_listener_bad(user, message):
    return listener.on_receive(message)
