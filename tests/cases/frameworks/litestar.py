"""Litestar: plain handlers run on the loop, unless sent to threads, and there is one object of a controller."""
import asyncio

from litestar import Controller, Litestar, get, post
from litestar.di import Provide

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
# missed: what a cached dependency gives is one object for all
@get("/cached", dependencies={"history": Provide(make_history, use_cache=True)})
async def missed_cached_dependency_bad(history, message):
    history.append(message)
    return list(history)


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
