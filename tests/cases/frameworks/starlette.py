"""Starlette: routes of functions, endpoints made per request, middleware made once."""
import asyncio
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.endpoints import HTTPEndpoint, WebSocketEndpoint
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.routing import Mount, Route, WebSocketRoute

history = []


def route_bad(user, message):
    history.append(message)  # error: 4, SIS001, "history"
    return list(history)


mounted = []


def route_in_a_mount_bad(user, message):
    mounted.append(message)  # error: 4, SIS001, "mounted"
    return list(mounted)


visits = 0


def plain_route_counts_bad(user):
    global visits
    before = visits
    visits = before + 1  # error: 4, SIS003, "visits"
    return user


last_user = None


class Chat(HTTPEndpoint):
    def post(self, message):
        global last_user
        before = last_user
        last_user = message  # error: 8, SIS001, "last_user"
        return before

    async def get(self, message):
        self.message = message
        await asyncio.sleep(0)
        return self.message


def plain_method_of_an_endpoint_bad(user, message):
    return Chat().post(message)


async def kept_on_the_endpoint_ok(user, message):
    return await Chat().get(message)


class Socket(WebSocketEndpoint):
    received = []

    def __init__(self):
        self.said = []

    async def on_connect(self, websocket):
        self.said = []

    async def on_receive(self, websocket, message):
        self.said.append(message)
        self.received.append(message)  # error: 8, SIS002, "Socket.received"
        await asyncio.sleep(0)
        return self.said, list(self.received)


async def kept_on_the_class_of_a_connection_bad(user, message):
    return await Socket().on_receive(user, message)


class OwnSocket(WebSocketEndpoint):
    def __init__(self):
        self.said = []

    async def on_receive(self, websocket, message):
        self.said.append(message)
        await asyncio.sleep(0)
        return list(self.said)


async def kept_on_the_connection_ok(user, message):
    return await OwnSocket().on_receive(user, message)


class Remember(BaseHTTPMiddleware):
    user = None

    async def dispatch(self, request, call_next):
        self.user = request  # error: 8, SIS004, "Remember.user"
        await asyncio.sleep(0)
        return self.user


remember = Remember(None)


async def middleware_keeps_the_user_bad(user, message):
    return await remember.dispatch(user, message)


cleaned = []


def clean(message):
    cleaned.append(message)  # error: 4, SIS001, "cleaned"
    return list(cleaned)


def in_the_background_bad(user, message):
    task = BackgroundTask(clean, message)
    return task.func(*task.arguments)


languages = []


async def begin():
    languages.extend(await load())


async def load():
    return ["en"]


@asynccontextmanager
async def lifespan(app):
    languages.append(await load())
    yield {"languages": languages}


async def known_languages_ok(user):
    return list(languages)


app = Starlette(
    routes=[
        Route("/chat", route_bad, methods=["POST"]),
        Route("/endpoint", Chat),
        WebSocketRoute("/socket", Socket),
        Mount("/visits", routes=[Route("/", endpoint=plain_route_counts_bad), Route("/m", route_in_a_mount_bad)]),
    ],
    middleware=[Middleware(Remember)],
    on_startup=[begin],
    lifespan=lifespan,
)


last_query = None


class Search(HTTPEndpoint):
    async def get(self, message):
        global last_query
        self.query = message
        last_query = self.query  # error: 8, SIS001, "last_query"
        await asyncio.sleep(0)
        return last_query

    async def post(self, message):
        self.query = message
        await asyncio.sleep(0)
        return self.query


async def attribute_of_an_endpoint_goes_into_a_global_bad(user, message):
    return await Search().get(message)


async def attribute_of_an_endpoint_ok(user, message):
    return await Search().post(message)
