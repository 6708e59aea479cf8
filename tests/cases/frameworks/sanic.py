"""Sanic: plain handlers run on the loop itself, `app.ctx` is everybody's and `request.ctx` one request's."""
import asyncio

from sanic import Blueprint, Sanic
from sanic.views import HTTPMethodView

app = Sanic("chat")
chats = Blueprint("chats")
history = []


@app.post("/chat")
async def handler_bad(user, message):
    history.append(message)  # error: 4, SIS001, "history"
    return list(history)


total = 0


@chats.get("/total")
async def handler_counts_bad(user):
    global total
    before = total
    await asyncio.sleep(0)
    total = before + 1  # error: 4, SIS003, "total"
    return user


visits = 0


@app.get("/visits")
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


app.add_route(added_bad, "/added")
said = []


class Chat(HTTPMethodView):
    async def post(self, request):
        self.message = request
        await asyncio.sleep(0)
        return self.message

    def get(self, request):
        said.append(request)  # error: 8, SIS001, "said"
        return list(said)


def method_of_a_view_bad(user, message):
    return Chat().get(message)


async def kept_on_the_view_ok(user, message):
    return await Chat().post(message)


app.ctx.user = None


@app.post("/login")
async def kept_on_the_application_bad(user, message):
    before = app.ctx.user
    app.ctx.user = user  # error: 4, SIS001, "app.ctx.user"
    return before, message


# not executed: it takes a request
@app.on_request
async def kept_on_the_request_ok(request):
    request.ctx.user = request.headers["user"]
    return request.ctx.user


async def find_guest(name):
    await asyncio.sleep(0)
    return f"guest {name}"


app.ctx.guest = None


# not executed: it takes a request
@app.on_request
async def made_of_each_request_bad(request):
    request.app.ctx.guest = await find_guest(request.headers["user"])  # error: 4, SIS001, "app.ctx.guest"


@app.get("/guest")
async def guest_ok(user):
    return app.ctx.guest == user


app.ctx.prices = None


# not executed: it takes a request
@app.on_request
async def same_for_each_request_ok(request):
    request.app.ctx.prices = await find_guest("prices")


@app.get("/prices")
async def prices_ok(user):
    return app.ctx.prices


languages = []


@app.before_server_start
async def begin(app):
    languages.append(app)


async def more(app):
    languages.append(app)


app.register_listener(more, "after_server_start")


@app.get("/languages")
async def what_was_there_before_ok(user):
    return list(languages)


cleaned = 0


async def clean():
    global cleaned
    while True:
        before = cleaned
        await asyncio.sleep(1)
        cleaned = before + 1


app.add_task(clean)


@app.get("/cleaned")
async def one_task_in_the_background_ok(user):
    return cleaned


# not executed: it takes a request
@app.get("/connection")
async def kept_on_the_connection_ok(request):
    before = request.conn_info.ctx.user
    request.conn_info.ctx.user = request.headers["user"]
    return before
