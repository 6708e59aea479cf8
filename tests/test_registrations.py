"""Handlers are known by the call that takes them, also where the object that takes them is in another module."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check import findings_in

GROWS = "    history.append(message)\n    return list(history)\n"
MAIN = "from fastapi import FastAPI\n\napp = FastAPI()\n"
HEAD = "from fastapi import Request\n{line}\nhistory = []\n\n"


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    """A module of a package in which another one makes the application."""
    package = tmp_path / "shop"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "main.py").write_text(MAIN, encoding="utf-8")
    return package / "views.py"


@pytest.mark.parametrize("line", ["from shop.main import app", "from .main import app"])
@pytest.mark.parametrize("way", [
    "@app.post('/chat')\ndef chat(message):\n" + GROWS,
    "def chat(message):\n" + GROWS + "\napp.add_api_route('/chat', chat)\n",
], ids=["decorator", "call"])
def test_the_application_is_in_another_module(beside: Path, line: str, way: str) -> None:
    codes = [finding.code for finding in findings_in(HEAD.format(line=line) + way, str(beside))]
    assert codes == ["SIS001"]


@pytest.mark.parametrize("way", [
    "@other.post('/chat')\ndef chat(message):\n" + GROWS,
    "def chat(message):\n" + GROWS + "\nother.add_api_route('/chat', chat)\n",
], ids=["decorator", "call"])
def test_a_library_of_others_is_no_application(beside: Path, way: str) -> None:
    assert findings_in(HEAD.format(line="import other") + way, str(beside)) == []


PROGRAM = """\
from fastapi import FastAPI

app = FastAPI()
history = []

class Chat:
    def answer(self, message):
        history.append(message)
        return list(history)

{rest}
"""


@pytest.mark.parametrize("rest", [
    "app.add_api_route('/', Chat().answer)",
    "chat = Chat()\napp.add_api_route('/', chat.answer)",
    "def setup(server):\n    chat = Chat()\n    server.add_api_route('/', chat.answer)",
    "import functools\nchat = Chat()\napp.add_api_route('/', functools.partial(chat.answer, 'x'))",
    "chat = Chat()\nways = [chat.answer]\napp.add_api_route('/', endpoint=ways)",
    "chat = Chat()\nanswer = chat.answer\napp.add_api_route('/', answer)",
    "app.add_api_route('/', Chat.answer if app else None)",
    "class Server:\n    def __init__(self):\n        self.app = FastAPI()\n        self.chat = Chat()\n"
    "        self.app.add_api_route('/', self.chat.answer)",
])
def test_a_method_is_given(rest: str) -> None:
    assert [finding.code for finding in findings_in(PROGRAM.format(rest=rest))] == ["SIS001"]


@pytest.mark.parametrize("rest", [
    "app.add_api_route('/', Chat)",
    "app.add_event_handler('startup', Chat().answer)",
    "app.add_api_route('/', unknown)",
    "app.unheard_of('/', Chat().answer)",
    "app.add_api_route(Chat().answer)",
])
def test_nothing_that_serves_is_given(rest: str) -> None:
    assert findings_in(PROGRAM.format(rest=rest)) == []


KEPT = """\
{head}

class Chat{base}:
    {body}

    async def answer(self, request, response):
        self.user = request
        await pause()
        return self.user

async def pause():
    import asyncio
    await asyncio.sleep(1)

{rest}
"""

FASTAPI = "from fastapi import FastAPI\napp = FastAPI()"
AIOHTTP = "from aiohttp import web\napp = web.Application()"


@pytest.mark.parametrize(("head", "body", "rest"), [
    (FASTAPI, "user = None", "def setup():\n    chat = Chat()\n    app.add_api_route('/', chat.answer)"),
    (AIOHTTP, "def __init__(self):\n        self.app = web.Application()\n"
              "        self.app.router.add_get('/', self.answer)", ""),
    (AIOHTTP, "def routes(self):\n        return [web.get('/', self.answer)]", ""),
], ids=["object", "itself", "route"])
def test_an_object_whose_method_is_given_serves_all(head: str, body: str, rest: str) -> None:
    program = KEPT.format(head=head, base="", body=body, rest=rest)
    assert [finding.code for finding in findings_in(program)] == ["SIS004"]


@pytest.mark.parametrize(("head", "body", "rest"), [
    (FASTAPI, "user = None", "app.add_api_route('/', Chat)"),
    (FASTAPI, "user = None", "@app.get('/')\nasync def serve(tasks):\n    tasks.add_task(Chat().answer, 1, 2)"),
    (FASTAPI, "user = None", ""),
], ids=["class", "for one request", "nothing"])
def test_an_object_of_one_request_may_keep_what_it_likes(head: str, body: str, rest: str) -> None:
    assert findings_in(KEPT.format(head=head, base="", body=body, rest=rest)) == []


VIEW = """\
import asyncio
from quart.views import MethodView

class Chat(MethodView):
    init_every_request = {every}

    async def get(self, request):
        self.user = request
        await asyncio.sleep(1)
        return self.user
"""


def test_a_view_is_one_for_all_where_its_class_says_so() -> None:
    assert [finding.code for finding in findings_in(VIEW.format(every="False"))] == ["SIS004"]
    assert findings_in(VIEW.format(every="True")) == []
