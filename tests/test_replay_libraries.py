"""Replay of applications and handlers of real libraries; `conftest` leaves this file out where they are not installed.

`.ci/run` names it beside the libraries. Each library has the same two programs: one keeps the last text for all, the
other its own, and both wait before they answer.
"""

from __future__ import annotations

import ast
import asyncio
import datetime
import importlib
import itertools
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest

from flake8_session_isolation.analysis import generated_tests
from flake8_session_isolation.replay import (
    AlwaysFails, Bounds, NotIsolated, OutsideTheLoop, Request, Session, WebSocket, check_application, check_isolation,
)
from flake8_session_isolation.settings import Settings

FASTAPI = """
    import asyncio
    from contextlib import asynccontextmanager
    from fastapi import FastAPI, WebSocket
    from fastapi.responses import StreamingResponse
    from pydantic import BaseModel

    @asynccontextmanager
    async def lifespan(app):
        app.state.ready = "yes"
        yield

    app = FastAPI(lifespan=lifespan)
    last = None

    class Message(BaseModel):
        text: str

    @app.post("/kept")
    async def kept(message: Message):
        global last
        last = message.text
        await asyncio.sleep(1)
        return {"text": last}

    @app.post("/own")
    async def own(message: Message):
        await asyncio.sleep(1)
        return {"text": message.text, "ready": app.state.ready}

    @app.post("/kept_in_pool")
    def kept_in_pool(message: Message):
        global last
        last = message.text
        return {"text": last}

    @app.post("/own_in_pool")
    def own_in_pool(message: Message):
        text = message.text
        return {"text": text}

    @app.post("/streamed")
    async def streamed(message: Message):
        async def words():
            for word in message.text.split("-"):
                yield word
        return StreamingResponse(words(), media_type="text/plain")

    @app.websocket("/talk")
    async def talk(socket: WebSocket):
        await socket.accept()
        while True:
            await socket.send_text(await socket.receive_text())
"""

STARLETTE = """
    import asyncio
    from starlette.applications import Starlette
    from starlette.responses import JSONResponse
    from starlette.routing import Route

    last = None

    async def kept(request):
        global last
        last = (await request.json())["text"]
        await asyncio.sleep(1)
        return JSONResponse({"text": last})

    async def own(request):
        text = (await request.json())["text"]
        await asyncio.sleep(1)
        return JSONResponse({"text": text})

    def app():
        return Starlette(routes=[Route(f"/{each.__name__}", each, methods=["POST"]) for each in (kept, own)])
"""

LITESTAR = """
    import asyncio
    from litestar import Litestar, post

    last = None

    @post("/kept")
    async def kept(data: dict[str, str]) -> dict[str, str]:
        global last
        last = data["text"]
        await asyncio.sleep(1)
        return {"text": last}

    @post("/own")
    async def own(data: dict[str, str]) -> dict[str, str]:
        await asyncio.sleep(1)
        return data

    @post("/kept_in_pool", sync_to_thread=True)
    def kept_in_pool(data: dict[str, str]) -> dict[str, str]:
        global last
        last = data["text"]
        return {"text": last}

    app = Litestar([kept, own, kept_in_pool])
"""

QUART = """
    import asyncio
    from quart import Quart, request

    app = Quart(__name__)
    last = None

    @app.post("/kept")
    async def kept():
        global last
        last = (await request.get_json())["text"]
        await asyncio.sleep(1)
        return {"text": last}

    @app.post("/own")
    async def own():
        text = (await request.get_json())["text"]
        await asyncio.sleep(1)
        return {"text": text}
"""

FLASK = """
    from flask import Flask, request, session

    app = Flask(__name__)
    app.secret_key = "a secret"
    last = None

    @app.post("/kept")
    def kept():
        global last
        last = request.get_json()["text"]
        return {"text": last}

    @app.post("/own")
    def own():
        session["text"] = request.get_json()["text"]
        return {"text": session["text"]}

    @app.post("/remembered")
    def remembered():
        return {"text": session["text"]}
"""

DJANGO = """
    import asyncio
    import json

    from django.conf import settings
    from django.core.asgi import get_asgi_application
    from django.core.wsgi import get_wsgi_application
    from django.http import JsonResponse
    from django.urls import path

    if not settings.configured:
        settings.configure(ALLOWED_HOSTS=["*"], SECRET_KEY="a secret")
    settings.ROOT_URLCONF = __name__
    last = None

    def kept(request):
        global last
        last = json.loads(request.body)["text"]
        return JsonResponse({"text": last})

    def own(request):
        text = json.loads(request.body)["text"]
        return JsonResponse({"text": text})

    async def kept_by_coroutine(request):
        global last
        last = json.loads(request.body)["text"]
        await asyncio.sleep(1)
        return JsonResponse({"text": last})

    urlpatterns = [path(each.__name__, each) for each in (kept, own, kept_by_coroutine)]
    app, on_threads = get_asgi_application(), get_wsgi_application()
"""

AIOHTTP = """
    import asyncio
    from aiohttp import web

    last = None
    ready = web.AppKey("ready", str)

    async def kept(request):
        global last
        last = (await request.json())["text"]
        await asyncio.sleep(1)
        return web.json_response({"text": last})

    async def own(request):
        answer = web.StreamResponse(headers={"x-ready": request.app[ready]})
        await answer.prepare(request)
        await answer.write((await request.json())["text"].encode())
        await asyncio.sleep(1)
        return answer

    async def talk(request):
        global last
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        async for message in socket:
            last = own = message.data
            await asyncio.sleep(1)
            await socket.send_str(own if request.query else last)
        return socket

    async def fail(request):
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        raise LookupError(await socket.receive_str())

    async def start(app):
        app[ready] = "yes"
        yield

    def app():
        made = web.Application()
        made.cleanup_ctx.append(start)
        made.add_routes([web.post("/kept", kept), web.post("/own", own)])
        made.add_routes([web.get("/talk", talk), web.get("/fail", fail)])
        return made
"""

TELEGRAM = """
    async def kept(update, context):
        context.application.bot_data["last"] = update.effective_message.text
        await context.bot.send_message(update.effective_chat.id, "thinking")
        return context.application.bot_data["last"]

    async def own(update, context):
        context.user_data["last"] = update.effective_message.text
        await context.bot.send_message(update.effective_chat.id, "thinking")
        return context.user_data["last"]
"""

pytestmark = pytest.mark.filterwarnings("default")
"""Libraries use what Python or other libraries have deprecated."""

BOUNDS = Bounds(schedules=20, sample=5)

numbers = itertools.count()


class Served(NamedTuple):
    """A program of a library, where in it the application stands, and paths at which sessions meet and do not."""

    program: str
    application: str
    leaking: tuple[str, ...]
    apart: tuple[str, ...]


APPLICATIONS = {
    "fastapi": Served(FASTAPI, "app", ("/kept", "/kept_in_pool"), ("/own", "/own_in_pool", "/streamed")),
    "starlette": Served(STARLETTE, "app", ("/kept",), ("/own",)),
    "litestar": Served(LITESTAR, "app", ("/kept", "/kept_in_pool"), ("/own",)),
    "quart": Served(QUART, "app", ("/kept",), ("/own",)),
    "flask": Served(FLASK, "app", ("/kept",), ("/own",)),
    "django on a loop": Served(DJANGO, "app", ("/kept", "/kept_by_coroutine"), ("/own",)),
    "django in threads": Served(DJANGO, "on_threads", ("/kept",), ("/own",)),
    "aiohttp": Served(AIOHTTP, "app", ("/kept",), ("/own",)),
}

LEAKING = [(name, path) for name, served in APPLICATIONS.items() for path in served.leaking]
APART = [(name, path) for name, served in APPLICATIONS.items() for path in served.apart]

Named = Callable[[str], str]


PRINTED = {
    "fastapi": '''
from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()
history = []


class Message(BaseModel):
    text: str


@app.post("/chat/{user_id}")
async def chat(user_id: str, message: Message):
    history.append(message.text)
    return list(history)
''',
    "flask": '''
from flask import Flask, request

app = Flask(__name__)
current = None


@app.route("/login", methods=["POST"])
def login():
    global current
    current = request.form["user"]
    return "welcome"


@app.get("/me")
def me():
    return f"You are {current}"
''',
    "blueprint": '''
from flask import Blueprint, Flask, request

pages = Blueprint("pages", __name__, url_prefix="/pages")
said = []


@pages.route("/<room>", methods=["POST"])
def chat(room):
    said.append(request.get_json()["text"])
    return {"text": list(said)}


def create_app(testing=False):
    app = Flask(__name__)
    app.register_blueprint(pages)
    return app
''',
    "aiohttp": '''
from aiohttp import web

said = []


async def chat(request):
    message = await request.json()
    said.append(message["text"])
    return web.json_response({"room": request.match_info["room"], "text": list(said)})


def make():
    app = web.Application()
    app.add_routes([web.post("/chat/{room}", chat)])
    return app
''',
    "table of aiohttp": '''
from aiohttp import web

routes = web.RouteTableDef()
said = []


@routes.get("/chat")
async def chat(request: web.Request):
    said.append(request.query["text"])
    return web.json_response(list(said))


app = web.Application()
app.add_routes(routes)
''',
    "starlette": '''
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Mount, Route

said = []


async def chat(request):
    data = await request.json()
    said.append(data["text"])
    return JSONResponse(said)


app = Starlette(routes=[Mount("/api", routes=[Route("/chat", endpoint=chat, methods=["POST"])])])
''',
    "litestar": '''
from dataclasses import dataclass

from litestar import Litestar, post

said: list[str] = []


@dataclass
class Message:
    text: str


@post("/chat")
async def chat(data: Message) -> list[str]:
    said.append(data.text)
    return list(said)


app = Litestar([chat])
''',
    "quart": '''
from quart import Quart, request

app = Quart(__name__)
said = []


@app.post("/chat")
async def chat():
    data = await request.get_json()
    said.append(data["text"])
    return {"text": list(said)}
''',
}
ROUTERS = {
    "rooms.py": '''
from fastapi import APIRouter
from pydantic import BaseModel

router = APIRouter(prefix="/rooms")
said = []


class Message(BaseModel):
    text: str
    colour: str = "red"


@router.post("/{room}")
async def chat(room: str, message: Message):
    said.append(message.text)
    return list(said)
''',
    "main.py": '''
from fastapi import FastAPI

import rooms

app = FastAPI()
app.include_router(rooms.router, prefix="/v1")
''',
}
"""A router, and the application of another file that includes it."""

DJANGO_PROJECT = {
    "settings.py": '''
SECRET_KEY = "a secret"
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "urls"
MIDDLEWARE = ["django.middleware.csrf.CsrfViewMiddleware"]
''',
    "wsgi.py": '''
import os

from django.core.wsgi import get_wsgi_application

os.environ["DJANGO_SETTINGS_MODULE"] = "settings"
application = get_wsgi_application()
''',
    "urls.py": '''
from django.urls import path

import views

urlpatterns = [path("chat/<str:room>/", views.chat)]
''',
    "views.py": '''
from django.http import JsonResponse

said = []


def chat(request, room):
    said.append(request.POST["text"])
    return JsonResponse({"text": said})
''',
}
"""A project whose settings name the table of routes, and refuse forged requests."""


@pytest.fixture
def named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Named:
    """Write a program as a module; gives its name."""
    def write(program: str) -> str:
        name = f"of_library{next(numbers)}"
        (tmp_path / f"{name}.py").write_text(textwrap.dedent(program))
        return name
    monkeypatch.syspath_prepend(tmp_path)
    return write


def ask(path: str) -> Callable[[Session], Request]:
    """Requests that tell who asks."""
    return lambda session: Request("POST", path, json={"text": session.says("hello")})


@pytest.mark.parametrize(("library", "path"), LEAKING)
def test_an_application_leaks(named: Named, library: str, path: str) -> None:
    served = APPLICATIONS[library]
    with pytest.raises(NotIsolated, match=r"leak: session A \(alice\) got 'robert' at result.body\['text'\]"):
        check_application(f"{named(served.program)}:{served.application}", ask(path), bounds=BOUNDS)


@pytest.mark.parametrize("program", PRINTED.values(), ids=PRINTED.keys())
def test_a_printed_test_calls_the_application(tmp_path: Path, program: str) -> None:
    (tmp_path / "chat.py").write_text(program, encoding="utf-8")
    assert "NotIsolated: leak: " in outcome_of_printed_test(tmp_path, "chat.py")


@pytest.mark.parametrize(("files", "linted"), [(ROUTERS, "rooms.py"), (DJANGO_PROJECT, "views.py")])
def test_a_printed_test_calls_the_application_of_another_file(
    tmp_path: Path, files: dict[str, str], linted: str
) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert "NotIsolated: leak: " in outcome_of_printed_test(tmp_path, linted)


def outcome_of_printed_test(folder: Path, filename: str) -> str:
    """What pytest says of the test that is printed for the first finding, of its part with the application."""
    text = (folder / filename).read_text(encoding="utf-8")
    tests = generated_tests(ast.parse(text), text.splitlines(True), str(folder / filename), Settings())
    test = next(each for _, each in tests)
    assert isinstance(test, str) and "check_application" in test, test
    (folder / "test_chat.py").write_text(test, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir=.", "-k", "application"]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8").stdout


@pytest.mark.parametrize(("library", "path"), APART)
def test_an_application_keeps_sessions_apart(named: Named, library: str, path: str) -> None:
    served = APPLICATIONS[library]
    checked = check_application(f"{named(served.program)}:{served.application}", ask(path), bounds=BOUNDS)
    assert checked.depends_on_session


@pytest.mark.parametrize(("library", "path"), [("fastapi", "/talk"), ("aiohttp", "/talk?own=yes")])
def test_a_websocket_keeps_sessions_apart(named: Named, library: str, path: str) -> None:
    served = APPLICATIONS[library]
    got: list[Any] = []
    check_application(
        f"{named(served.program)}:{served.application}", lambda session: WebSocket(path, [session.user, "bye"]),
        bounds=BOUNDS, result=got.append, settings=["different sessions"])
    assert got[0].messages == ("alice", "bye")


def test_a_websocket_of_aiohttp_leaks_while_it_waits(named: Named) -> None:
    with pytest.raises(NotIsolated, match="session A \\(alice\\) got 'robert' at result.messages\\[0\\]"):
        check_application(f"{named(AIOHTTP)}:app", lambda session: WebSocket("/talk", [session.user]), bounds=BOUNDS)


@pytest.mark.parametrize(("path", "says"), [
    ("/fail", r"dropped WebSocket /fail \(code 1006\)"), ("/own", r"refused WebSocket /own \(code 405\)"),
])
def test_a_websocket_that_no_handler_ends_is_no_answer(named: Named, path: str, says: str) -> None:
    with pytest.raises(AlwaysFails, match=says):
        check_application(f"{named(AIOHTTP)}:app", lambda session: WebSocket(path, [session.user]), bounds=BOUNDS)


def test_a_login_is_remembered_by_its_cookie(named: Named) -> None:
    got: list[Any] = []
    check_application(
        f"{named(FLASK)}:app", lambda session: [ask("/own")(session), ask("/remembered")(session)], bounds=BOUNDS,
        result=got.append, settings=["different sessions"])
    assert [each.body for each in got[0]] == [{"text": "alice-hello"}] * 2


applications: dict[str, Any] = {}
"""The application of each program, made anew with it."""


def telegram_update(name: str, session: Session) -> list[Any]:
    """What python-telegram-bot gives a handler: an update, and the context of an application that sends nothing."""
    telegram = importlib.import_module("telegram")
    number = len(session.user)
    message = telegram.Message(
        session.number, date=None, chat=telegram.Chat(number, "private"),
        from_user=telegram.User(number, session.user, is_bot=False), text=session.says("hello"))
    update = telegram.Update(session.number, message=message)
    context = importlib.import_module("telegram.ext").CallbackContext
    return [update, context.from_update(update, applications[name])]


@pytest.mark.parametrize(("path", "leaks"), [("kept", True), ("own", False)])
def test_a_handler_of_telegram_is_given_the_update(named: Named, path: str, leaks: bool) -> None:
    async def send_message(self: object, *arguments: Any, **named: Any) -> None:
        await asyncio.sleep(0)

    name, library = named(TELEGRAM), importlib.import_module("telegram.ext")
    silent = type("Silent", (library.ExtBot,), {"send_message": send_message})

    def make() -> Any:
        applications[name] = library.ApplicationBuilder().bot(silent("1:a")).build()
        return getattr(importlib.import_module(name), path)

    def check() -> None:
        check_isolation(
            factory=make, modules=[name], arguments=lambda session: telegram_update(name, session),
            settings=["different sessions"])

    if leaks:
        with pytest.raises(NotIsolated, match="leak: session A"):
            check()
    else:
        check()


AIOGRAM = """
    import asyncio
    from aiogram import Dispatcher, F

    last = None

    async def kept(message):
        global last
        last = message.text
        await asyncio.sleep(1)
        return last

    async def own(message):
        text = message.text
        await asyncio.sleep(1)
        return text

    def {path}_dispatcher():
        dispatcher = Dispatcher()
        dispatcher.message.register({path}, F.text)
        return dispatcher
"""


@pytest.mark.parametrize(("path", "leaks"), [("kept", True), ("own", False)])
def test_a_dispatcher_of_aiogram_is_fed_with_the_update(named: Named, path: str, leaks: bool) -> None:
    types = importlib.import_module("aiogram.types")
    name, bot = named(AIOGRAM.format(path=path)), importlib.import_module("aiogram").Bot("1:a")

    def make() -> Any:
        return getattr(importlib.import_module(name), f"{path}_dispatcher")().feed_update

    def arguments(session: Session) -> list[Any]:
        number = len(session.user)
        return [bot, types.Update(update_id=session.number, message=types.Message(
            message_id=session.number, date=datetime.datetime(2024, 1, 1), chat=types.Chat(id=number, type="private"),
            from_user=types.User(id=number, is_bot=False, first_name=session.user), text=session.says("hello")))]

    def check() -> None:
        check_isolation(factory=make, modules=[name], arguments=arguments, settings=["different sessions"])

    if leaks:
        with pytest.raises(NotIsolated, match="leak: session A"):
            check()
    else:
        check()


DISCORD = """
    import discord
    from discord import app_commands

    last = None

    @app_commands.command()
    async def kept(interaction: discord.Interaction, text: str):
        global last
        last = text
        await interaction.response.send_message("thinking")
        return last

    @app_commands.command()
    async def own(interaction: discord.Interaction, text: str):
        await interaction.response.send_message("thinking")
        return text
"""


@pytest.mark.parametrize(("path", "leaks"), [("kept", True), ("own", False)])
def test_a_command_of_discord_is_given_its_interaction(named: Named, path: str, leaks: bool) -> None:
    class Silent:
        """What a command takes of its interaction."""

        async def send_message(self, text: str) -> None:
            await asyncio.sleep(0)

    name = named(DISCORD)

    def make() -> Any:
        return getattr(importlib.import_module(name), path).callback

    def check() -> None:
        check_isolation(
            factory=make, modules=[name], settings=["different sessions"],
            arguments=lambda session: [SimpleNamespace(response=Silent()), session.says("hello")])

    if leaks:
        with pytest.raises(NotIsolated, match="leak: session A"):
            check()
    else:
        check()


def test_a_connection_of_a_library_is_refused_by_name(named: Named) -> None:
    name = named("""
        import aiohttp
        from fastapi import FastAPI

        app = FastAPI()

        @app.post("/ask")
        async def ask():
            async with aiohttp.ClientSession() as session:
                async with session.get("http://127.0.0.1:9/") as answer:
                    return await answer.text()
    """)
    with pytest.raises(OutsideTheLoop, match=r"of_library\d+.py:10 awaits real input or output .*by prepare="):
        check_application(f"{name}:app", ask("/ask"))
