"""Facts are rows and nothing else, no two say the same, and small programs of libraries are answered by them."""

from __future__ import annotations

import ast
import importlib
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from flake8_session_isolation import facts
from flake8_session_isolation.analysis import check
from flake8_session_isolation.facts import Row
from flake8_session_isolation.settings import Settings

FOLDER = Path(facts.__file__).parent
FILES = [*sorted(FOLDER.glob("[!_]*.py")), FOLDER / "_concurrency.py"]

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


@each_file
def test_a_file_of_facts_holds_rows_and_no_logic(path: Path) -> None:
    """A docstring, what the words are imported from, constants, and at the end the rows."""
    docstring, *others = ast.parse(path.read_text(encoding="utf-8")).body
    assert isinstance(docstring, ast.Expr) and isinstance(docstring.value, ast.Constant)
    for statement in others:
        assert is_import_of_words(statement) or assigned_name(statement).lstrip("_").isupper(), ast.unparse(statement)
        assert not [node for node in ast.walk(statement) if isinstance(node, LOGIC)], ast.unparse(statement)
    assert assigned_name(others[-1]) == "ROWS"


LOGIC = (
    ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.If, ast.IfExp, ast.For, ast.While,
    ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp,
)


def is_import_of_words(statement: ast.stmt) -> bool:
    """Whether it imports from `facts`, and from nowhere else."""
    return isinstance(statement, ast.ImportFrom) and statement.module in (facts.__name__, "__future__")


def assigned_name(statement: ast.stmt) -> str:
    """The one name that the statement binds; empty for another statement."""
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            return name
    return ""


def rows_of(path: Path) -> tuple[Row, ...]:
    """The rows of a file of facts."""
    rows: tuple[Row, ...] = importlib.import_module(f"{facts.__name__}.{path.stem}").ROWS
    return rows


@each_file
def test_each_row_tells_one_thing_of_one_name(path: Path) -> None:
    rows = rows_of(path)
    assert rows
    assert all(isinstance(row, Row) and row.name.strip() for row in rows)
    counted = Counter((type(row).__name__, row.name) for row in rows)
    assert [each for each, count in counted.items() if count > 1] == []


@each_file
def test_a_row_has_a_value_for_each_field_and_no_other(path: Path) -> None:
    """Rows are made without the checks of a dataclass, which type checkers make instead."""
    for row in rows_of(path):
        assert set(vars(row)) <= set(row._fields)
        assert [name for name in row._fields if not hasattr(row, name)] == []


def test_a_row_is_made_by_position_or_keyword() -> None:
    row = facts.Lock("asyncio.Semaphore", facts.Stops.TASKS, is_shared=True)
    assert (row.name, row.stops, row.count, row.is_shared) == ("asyncio.Semaphore", facts.Stops.TASKS, None, True)
    assert str(row) == "Lock(asyncio.Semaphore)"
    assert row != facts.Lock("asyncio.Semaphore", facts.Stops.TASKS, is_shared=True), "rows are told apart"


class Text(NamedTuple):
    """A small program of a library, and the codes that it is answered with."""

    name: str
    source: str
    codes: tuple[str, ...] = ()
    settings: Settings = Settings()


FLASK_VIEW = """\
from flask import Flask, request

app = Flask(__name__)
customer = None

@app.post("/order")
def order():
    global customer
    before = customer
    customer = request.json["customer"]
    return {"before": before}
"""

FLASK_G = """\
from flask import Flask, g, request

app = Flask(__name__)

@app.before_request
def remember():
    g.user = request.headers["user"]

@app.get("/")
def index():
    return f"Hello {g.user}"
"""

FASTAPI_COUNT = """\
from fastapi import FastAPI

app = FastAPI()
count = 0

@app.post("/visit")
def visit():
    global count
    count += 1
    return {"count": count}
"""

FASTAPI_COUNT_LOCKED = """\
import threading
from fastapi import FastAPI

app = FastAPI()
count = 0
lock = threading.Lock()

@app.post("/visit")
def visit():
    global count
    with lock:
        count += 1
        return {"count": count}
"""

AIOHTTP_ADD_GET = """\
from aiohttp import web

messages = []

async def chat(request):
    messages.append(await request.text())
    return web.json_response(messages)

app = web.Application()
app.router.add_get("/", chat)
"""

AIOHTTP_ROUTES = """\
from aiohttp import web

routes = web.RouteTableDef()
messages = []

@routes.post("/")
async def chat(request):
    messages.append(await request.text())
    return web.json_response(messages)

app = web.Application()
app.add_routes(routes)
"""

DISCORD_COMMAND = """\
import discord
from discord.ext import commands

bot = commands.Bot(command_prefix="!", intents=discord.Intents.default())
history = []

async def complete(messages):
    return messages[-1]

@bot.command()
async def ask(ctx, *, question):
    history.append(question)
    await ctx.send(await complete(history))
"""

AIOGRAM_OWN_ROUTER = """\
from aiogram.types import Message
from .loader import router

count = 0

@router.message()
def visit(message: Message):
    global count
    count += 1
"""

SLACK_OWN_FACTORY = """\
import slack_bolt
from .loader import make_app

app = make_app()
count = 0

@app.event("message")
def visit(event):
    global count
    count += 1
"""

CLICK_BESIDE_SLACK = """\
import click
import slack_bolt

cli = click.Group()
count = 0

@cli.command()
def visit(name):
    global count
    count += 1
"""

FASTAPI_STARTUP = """\
from fastapi import FastAPI

app = FastAPI()
languages = []

@app.on_event("startup")
async def start():
    for name in await load():
        languages.append(name)

async def load():
    return ["en", "fr"]

@app.get("/languages")
async def known():
    return languages
"""

FASTAPI_LIFESPAN = """\
from contextlib import asynccontextmanager
from fastapi import FastAPI

models = {}
languages = []

async def load(name):
    return name

@asynccontextmanager
async def lifespan(app):
    models["small"] = await load("small")
    languages.append(await load("en"))
    yield
    models.clear()

app = FastAPI(lifespan=lifespan)

@app.get("/models")
async def known():
    return {"models": models["small"], "languages": languages}
"""

FASTAPI_ADMIN = """\
from fastapi import Depends, FastAPI, Request

app = FastAPI()
greeting = "Hello"

async def get_admin_user(request: Request):
    return request.headers["admin"]

@app.put("/greeting")
async def set_greeting(new: str, admin=Depends(get_admin_user)):
    global greeting
    greeting = new
    return {"greeting": greeting}

@app.get("/")
async def index():
    return greeting
"""

FASTAPI_STATE = """\
from fastapi import FastAPI, Request

app = FastAPI()

@app.post("/login")
async def login(request: Request):
    body = await request.json()
    app.state.user = body["user"]
    return "welcome"

@app.get("/me")
async def me(request: Request):
    return {"user": app.state.user}
"""

TELEGRAM_LEAK = """\
from telegram.ext import Application, MessageHandler, filters

history = []

async def complete(messages):
    return messages[-1]

async def chat(update, context):
    history.append(update.message.text)
    await update.message.reply_text(await complete(history))

application = Application.builder().token("token").build()
application.add_handler(MessageHandler(filters.TEXT, chat))
"""

TELEGRAM_COUNT = """\
from telegram.ext import Application, MessageHandler, filters

total = 0

async def price(text):
    return len(text)

async def chat(update, context):
    global total
    before = total
    cost = await price(update.message.text)
    total = before + cost
    await update.message.reply_text("noted")

application = Application.builder().token("token").build()
application.add_handler(MessageHandler(filters.TEXT, chat))
"""

LOCKED_COUNT = """\
import asyncio
import aiorwlock
import anyio

lock = {lock}
count = 0

async def price(item):
    await asyncio.sleep(1)

async def visit(item):
    global count
    async with lock{part}:
        count += await price(item)
"""

FLASK_LOCK_FOR_TASKS = """\
import asyncio
from flask import Flask

app = Flask(__name__)
lock = asyncio.Lock()
count = 0

@app.get("/")
async def visit():
    global count
    async with lock:
        before = count
        count = before + 1
    return str(count)
"""

OWN_DECORATOR = """\
from shop.server import serves

count = 0

@serves
def visit():
    global count
    count += 1
    return count
"""

OWN_COROUTINE_DECORATOR = """\
from shop.server import serves

messages = []

@serves
async def chat(message):
    messages.append(message)
    return messages
"""

OWN = Settings(handler_decorators=("shop.server.serves",))

TEXTS = (
    Text("a Flask view that reads what the last one set", FLASK_VIEW, ("SIS001",)),
    Text("flask.g is each request's own", FLASK_G),
    Text("a plain FastAPI endpoint counts in threads", FASTAPI_COUNT, ("SIS003",)),
    Text("a plain FastAPI endpoint counts under a lock", FASTAPI_COUNT_LOCKED),
    Text("an aiohttp coroutine added to the router", AIOHTTP_ADD_GET, ("SIS001",)),
    Text("an aiohttp coroutine of a route table", AIOHTTP_ROUTES, ("SIS001",)),
    Text("a discord command hands its history on", DISCORD_COMMAND, ("SIS001",)),
    Text("a router of another module of the project", AIOGRAM_OWN_ROUTER, ("SIS003",)),
    Text("an application that a function of the project makes", SLACK_OWN_FACTORY, ("SIS003",)),
    Text("a command line beside a bot serves nobody", CLICK_BESIDE_SLACK),
    Text("FastAPI's startup runs once", FASTAPI_STARTUP),
    Text("FastAPI's lifespan runs once", FASTAPI_LIFESPAN),
    Text("an administrator sets a setting", FASTAPI_ADMIN),
    Text("app.state is shared", FASTAPI_STATE, ("SIS001",)),
    Text("a telegram handler leaks", TELEGRAM_LEAK, ("SIS001",)),
    Text("telegram handlers run one at a time", TELEGRAM_COUNT),
    Text("a writer's lock is a lock", LOCKED_COUNT.format(lock="aiorwlock.RWLock()", part=".writer")),
    Text("readers come in together", LOCKED_COUNT.format(lock="aiorwlock.RWLock()", part=".reader"), ("SIS008",)),
    Text("a limiter of one is a lock", LOCKED_COUNT.format(lock="anyio.CapacityLimiter(1)", part="")),
    Text("a limiter of five is none", LOCKED_COUNT.format(lock="anyio.CapacityLimiter(5)", part=""), ("SIS008",)),
    Text("a Flask coroutine has a loop of its own", FLASK_LOCK_FOR_TASKS, ("SIS008",)),
    Text("a decorator of nobody serves nobody", OWN_DECORATOR),
    Text("a decorator of the user serves threads as a row does", OWN_DECORATOR, ("SIS003",), OWN),
    Text("a decorator of the user serves tasks as a row does", OWN_COROUTINE_DECORATOR, ("SIS001",), OWN),
)


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.name)
def test_a_program_of_a_library_is_answered(text: Text) -> None:
    """The libraries need not be installed: what is known of them is in the rows."""
    found = check(ast.parse(text.source), text.source.splitlines(keepends=True), "app.py", text.settings)
    assert tuple(finding.code for finding in found) == text.codes
