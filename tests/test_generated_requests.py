"""The requests of printed tests: which application is called, and with what."""

from __future__ import annotations

import ast
import importlib.util
from pathlib import Path

import pytest

from flake8_session_isolation.analysis import generated_tests
from flake8_session_isolation.settings import Settings

HANDLER = '''
said = []


async def chat(request):
    message = await request.json()
    said.append(message["text"])
    return answer({"text": list(said)})


def answer(value):
    return value
'''

AIOHTTP = HANDLER + '''

from aiohttp import web

'''
STARLETTE = HANDLER + '''

from starlette.applications import Starlette
from starlette.routing import Mount, Route

'''

ROUTER = '''
from fastapi import APIRouter
from models import Message

router = APIRouter(prefix="/rooms")
said = []


@router.post("/{room}/messages")
async def chat(room: str, message: Message):
    said.append(message.text)
    return list(said)
'''
MODELS = '''
from pydantic import BaseModel


class Message(BaseModel):
    text: str
    size: int
    colour: str = "red"
'''

BLUEPRINT = '''
from flask import Blueprint, request

pages = Blueprint("pages", __name__, url_prefix="/pages")
said = []


@pages.route("/<room>", methods=["POST"])
def chat(room):
    message = request.get_json()
    said.append(message["text"])
    return {"text": list(said)}
'''

VIEW = '''
from flask import Flask, request
from flask.views import MethodView

said = []


class Chat(MethodView):
    def post(self):
        said.append(request.get_json()["text"])
        return {"text": list(said)}


app = Flask(__name__)
app.add_url_rule("/chat", view_func=Chat.as_view("chat"))
'''

TEXT = '{"text": session.says("text")}'

ONE_FILE = {
    "add_get": (
        AIOHTTP + 'app = web.Application()\napp.router.add_get("/chat", chat)\n',
        "chat:app", f'Request("GET", "/chat", json={TEXT})'),
    "add_route": (
        AIOHTTP + 'app = web.Application()\napp.router.add_route("PUT", "/chat/{name}", chat)\n',
        "chat:app", f"""Request("PUT", f"/chat/{{session.says('name')}}", json={TEXT})"""),
    "add_routes": (
        AIOHTTP + 'app = web.Application()\napp.add_routes([web.get("/", answer), web.post("/chat", chat)])\n',
        "chat:app", f'Request("POST", "/chat", json={TEXT})'),
    "table": (
        AIOHTTP.replace("async def chat", '@routes.post("/chat")\nasync def chat').replace(
            "said = []", "from aiohttp import web\nroutes = web.RouteTableDef()\nsaid = []")
        + 'def make():\n    app = web.Application()\n    app.add_routes(routes)\n    return app\n',
        "chat:make", f'Request("POST", "/chat", json={TEXT})'),
    "subapplication": (
        AIOHTTP + 'inner = web.Application()\ninner.router.add_post("/chat", chat)\n'
        'app = web.Application()\napp.add_subapp("/inner", inner)\n',
        "chat:inner", f'Request("POST", "/chat", json={TEXT})'),
    "Route": (
        STARLETTE + 'app = Starlette(routes=[Route("/chat", chat, methods=["POST"])])\n',
        "chat:app", f'Request("POST", "/chat", json={TEXT})'),
    "Mount": (
        STARLETTE + 'routes = [Mount("/api", routes=[Route("/chat", endpoint=chat, methods=["POST"])])]\n'
        'app = Starlette(debug=True, routes=routes)\n',
        "chat:app", f'Request("POST", "/api/chat", json={TEXT})'),
    "add_url_rule": (
        BLUEPRINT.replace('@pages.route("/<room>", methods=["POST"])\n', "").replace("Blueprint", "Flask").replace(
            '"pages", __name__, url_prefix="/pages"', "__name__")
        + 'pages.add_url_rule("/<room>", "chat", chat, methods=["POST"])\n',
        "chat:pages", f"""Request("POST", f"/{{session.user}}", json={TEXT})"""),
    "as_view": (VIEW, "chat:app", f'Request("POST", "/chat", json={TEXT})'),
}

DJANGO = {
    "wsgi.py": """
from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
""",
    "urls.py": """
from django.urls import path

from chat import chat

urlpatterns = [path("chat/<name>/", chat)]
""",
    "chat.py": """
said = []


def chat(request, name):
    said.append(request.POST["text"])
    return said
""",
}
DJANGO_PACKAGES = {
    "shop/wsgi.py": DJANGO["wsgi.py"],
    "shop/urls.py": """
from django.urls import include, path

urlpatterns = [path("api/", include("rooms.urls"))]
""",
    "rooms/urls.py": """
from django.urls import path

from .chat import Chat

urlpatterns = [path("chat", Chat.as_view())]
""",
    "rooms/chat.py": """
import json
from django.http import HttpRequest
from django.views import View

said = []


class Chat(View):
    def put(self, request: HttpRequest):
        said.append(json.loads(request.body)["text"])
        return said
""",
    "manage.py": "",
    "shop/__init__.py": "",
    "rooms/__init__.py": "",
}

OTHER_FILES = {
    "table of Django": (
        DJANGO, "wsgi:application",
        f"""Request("POST", f"/chat/{{session.user}}/", form={TEXT}).with_token("csrftoken", "x-csrftoken")"""),
    "table of Django that another one includes": (
        DJANGO_PACKAGES, "shop.wsgi:application",
        f'Request("PUT", "/api/chat", json={TEXT}).with_token("csrftoken", "x-csrftoken")'),
    "router": (
        {"chat.py": ROUTER, "models.py": MODELS, "main.py": '''
from fastapi import FastAPI

import chat

app = FastAPI()
app.include_router(chat.router, prefix="/v1")
'''},
        "main:app",
        'Request("POST", f"/v1/rooms/{session.user}/messages", '
        'json={"text": session.says("text"), "size": session.number + 1})'),
    "router of a package": (
        {"api/__init__.py": "", "api/models.py": MODELS, "api/chat.py": ROUTER.replace("models", ".models"),
         "api/main.py": '''
from fastapi import APIRouter, FastAPI

from api.chat import router as rooms


def create():
    every = APIRouter(prefix="/api")
    every.include_router(rooms)
    application = FastAPI()
    application.include_router(every)
    return application
'''},
        "api.main:create",
        'Request("POST", f"/api/rooms/{session.user}/messages", '
        'json={"text": session.says("text"), "size": session.number + 1})'),
    "blueprint": (
        {"chat.py": BLUEPRINT, "main.py": '''
from flask import Flask

from chat import pages


def create_app(testing=False):
    app = Flask(__name__)
    app.register_blueprint(pages)
    return app
'''},
        "main:create_app", f"""Request("POST", f"/pages/{{session.user}}", json={TEXT})"""),
    "blueprint of another address": (
        {"chat.py": BLUEPRINT, "main.py": '''
from flask import Flask

from chat import pages

app = Flask(__name__)
app.register_blueprint(pages, url_prefix="/v2")
'''},
        "main:app", f"""Request("POST", f"/v2/{{session.user}}", json={TEXT})"""),
    "routes of aiohttp": (
        {"chat.py": HANDLER, "main.py": '''
from aiohttp import web

import chat


def init():
    app = web.Application()
    app.router.add_post("/chat", chat.chat)
    return app
'''},
        "main:init", f'Request("POST", "/chat", json={TEXT})'),
}


@pytest.fixture(autouse=True)
def all_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every library is found where a test is printed; none is imported there."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: name)


def printed_test(path: Path) -> str:
    """The test that is printed for the first finding of a file."""
    text = path.read_text(encoding="utf-8")
    test = next(each for _, each in generated_tests(ast.parse(text), text.splitlines(True), str(path), Settings()))
    assert isinstance(test, str), test
    compile(test, "test_chat.py", "exec")
    return test


@pytest.mark.parametrize(("program", "application", "request_text"), ONE_FILE.values(), ids=ONE_FILE)
def test_a_route_of_the_file_leads_to_its_application(
    folder: Path, program: str, application: str, request_text: str
) -> None:
    (folder / "chat.py").write_text(program, encoding="utf-8")
    test = printed_test(folder / "chat.py")
    assert f'        "{application}",\n        lambda session: {request_text},\n' in test


@pytest.mark.parametrize(("files", "application", "request_text"), OTHER_FILES.values(), ids=OTHER_FILES)
def test_a_route_is_followed_into_the_files_that_include_it(
    folder: Path, files: dict[str, str], application: str, request_text: str
) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    [path] = folder.rglob("chat.py")
    assert f'        "{application}",\n        lambda session: {request_text},\n' in printed_test(path)


def test_a_handler_without_an_application_is_called_by_itself(folder: Path) -> None:
    (folder / "chat.py").write_text(ROUTER.replace("models", "chatmodels"), encoding="utf-8")
    assert "check_application" not in printed_test(folder / "chat.py")
