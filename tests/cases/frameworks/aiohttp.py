"""aiohttp: plain handlers run on the loop itself, so that nobody comes between; what they leave behind is found."""
import asyncio
from functools import partial

from aiohttp import web

routes = web.RouteTableDef()
app = web.Application()
history = []


@routes.post("/chat")
async def handler_of_a_table_bad(user, message):
    history.append(message)  # error: 4, SIS001, "history"
    return web.json_response(list(history))


visits = 0


def count_visit(request):
    global visits
    before = visits
    visits = before + 1
    return request


app.router.add_get("/visits", count_visit)


async def plain_handler_counts_on_the_loop_ok(user):
    await asyncio.sleep(0)
    return count_visit(user)


said = []


def note(request):
    said.append(request)  # error: 4, SIS001, "said"
    return list(said)


app.add_routes([web.post("/note", note), web.get("/visits", count_visit)])


def plain_handler_leaks_bad(user, message):
    return note(message)


def setup(application):
    application.router.add_post("/late", late)
    application.on_startup.append(begin)


late_notes = []


def late(request):
    late_notes.append(request)  # error: 4, SIS001, "late_notes"
    return list(late_notes)


def added_by_a_function_bad(user, message):
    return late(message)


languages = []


async def begin(application):
    languages.append(application.get("language"))
    application["languages"] = languages


app.on_shutdown.append(begin)


@routes.get("/languages")
async def what_was_there_before_ok(user):
    return list(languages)


class Chat:
    def __init__(self):
        self.app = web.Application()
        self.app.router.add_post("/answer", self.answer)
        self.app.router.add_route("POST", "/partly", partial(self.answer_partly, limit=5))

    def answer(self, request):
        answers.append(request)  # error: 8, SIS001, "answers"
        return list(answers)

    def answer_partly(self, request, limit):
        parts.append(request)  # error: 8, SIS001, "parts"
        return parts[:limit]


answers = []
parts = []
chat = Chat()


def bound_method_bad(user, message):
    return chat.answer(message), chat.answer_partly(message, 5)


last_user = None


@web.middleware
async def remember_user(request, handler):
    global last_user
    last_user = request  # error: 4, SIS001, "last_user"
    await handler(request)
    return last_user


async def nothing(request):
    await asyncio.sleep(0)


async def middleware_bad(user, message):
    return await remember_user(user, nothing)


class View(web.View):
    async def get(self):
        self.user = self.request
        await asyncio.sleep(0)
        return self.user


app.router.add_view("/view", View)


async def kept_on_the_view_ok(user, message):
    return await View(user).get()


@routes.post("/user")
async def keep_user(request, user):
    before = request.app.get("user")
    request.app["user"] = user  # error: 4, SIS001, "app"
    return before


async def kept_on_the_application_bad(user, message):
    return await keep_user(web.Request(app), user)


async def kept_on_the_request_ok(user, message):
    request = web.Request(app)
    request["user"] = user
    await asyncio.sleep(0)
    return request["user"]


prepared = []


async def on_prepare(request, response):
    prepared.append(request)  # error: 4, SIS001, "prepared"
    return list(prepared)


app.on_response_prepare.append(on_prepare)


async def every_response_is_prepared_bad(user, message):
    return await on_prepare(user, message)


def furnish(app):
    app["guests"] = set()
    app["visitors"] = set()


furnish(app)


@routes.get("/greet")
async def greet_all(request, user):
    request.app["guests"].add(user)
    for guest in request.app["guests"]:  # error: 4, SIS003, "app['guests']"
        await nothing(guest)
    request.app["guests"].discard(user)


async def guests_come_while_all_are_greeted_bad(user):
    return await greet_all(web.Request(app), user)


@routes.get("/greet-a-copy")
async def greet_a_copy(request, user):
    request.app["visitors"].add(user)
    for visitor in list(request.app["visitors"]):
        await nothing(visitor)
    request.app["visitors"].discard(user)


async def visitors_come_while_a_copy_is_greeted_ok(user):
    return await greet_a_copy(web.Request(app), user)
