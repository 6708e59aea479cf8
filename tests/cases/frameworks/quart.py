"""Quart: coroutine views are tasks of one loop, plain ones run in threads."""
import asyncio

from quart import Blueprint, Quart, g, request, session
from quart.views import MethodView

app = Quart(__name__)
chats = Blueprint("chats", __name__)
history = []


@app.post("/chat")
async def coroutine_view_bad(user, message):
    history.append(message)  # error: 4, SIS001, "history"
    await asyncio.sleep(0)
    return list(history)


total = 0


@chats.route("/total")
async def coroutine_view_counts_bad(user):
    global total
    before = total
    await asyncio.sleep(0)
    total = before + 1  # error: 4, SIS003, "total"
    return user


visits = 0


@app.get("/visits")
def plain_view_counts_bad(user):
    global visits
    before = visits
    visits = before + 1  # error: 4, SIS003, "visits"
    return user


calm_visits = 0


@app.get("/calm-visits")
async def coroutine_counts_without_a_pause_ok(user):
    global calm_visits
    before = calm_visits
    calm_visits = before + 1
    return user


added = []


def added_by_rule_bad(user, message):
    added.append(message)  # error: 4, SIS001, "added"
    return list(added)


chats.add_url_rule("/added", view_func=added_by_rule_bad)


# not executed: the stand-ins for `g`, session and request are one for all
@app.before_request
async def kept_for_the_request_ok():
    form = await request.form
    g.user = form["user"]
    session["user"] = form["user"]


languages = []


@app.before_serving
async def begin():
    for language in await load():
        languages.append(language)


async def load():
    return ["en"]


@app.get("/languages")
async def what_was_there_before_ok(user):
    return list(languages)


class OneView(MethodView):
    init_every_request = False

    async def get(self, message):
        before = self.message
        self.message = message  # error: 8, SIS004, "OneView.message"
        return before

    def __init__(self):
        self.message = None


one_view = OneView()


async def kept_on_the_only_view_bad(user, message):
    return await one_view.get(message)


class EachView(MethodView):
    def __init__(self):
        self.message = None

    async def get(self, message):
        self.message = message
        await asyncio.sleep(0)
        return self.message


async def kept_on_a_view_ok(user, message):
    return await EachView().get(message)
