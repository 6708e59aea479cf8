"""The test that is printed for a finding: it fails while sessions meet, and passes after the cure."""

from __future__ import annotations

import ast
import asyncio
import importlib.util
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from flake8_session_isolation.analysis import generated_tests, stories
from flake8_session_isolation.replay import Outside, Session, inner
from flake8_session_isolation.replay.sessions import SERVING
from flake8_session_isolation.settings import Settings, optional_codes
from tests.check import CASES, case_files, name_of
from tests.confirmed import FAILS, PASSES, Measured, measured_case, measured_programs, outcome, report
from tests.test_command import explain_in
from tests.test_stories import GROWS, KEPT, LATE, LOCAL

ALL = Settings(codes=optional_codes(["SIS1"]))

PRINTED = '''\
"""A replay of SIS001 at chat.py:8.

shared module state: 'chat' appends to 'history', seen by every user; keep one per session

It fails, and shows the turns, while the sessions interfere; it passes once the defect is fixed.
"""

import sys

from flake8_session_isolation.replay import Outside, absent, check_isolation

sys.path.insert(0, ".")  # where 'chat' is found, from where pytest runs
absent("agent")  # stand-ins for what is not installed


def fresh_turn():
    """What one session does, in a freshly imported program."""
    import chat

    outside = Outside()
    chat.answer = outside.client("answer")

    async def turn(session):
        answer = await chat.chat(session.user, session.says("message"))
        return answer, outside.heard()

    return turn


def test_chat_keeps_sessions_apart():
    check_isolation(
        factory=fresh_turn,
        arguments=lambda session: [session],
        modules=["chat"],
        settings=["different sessions"],
    )
'''

COUNTED = LATE.replace("seats[hall]\n    await", "seats.get(hall, 2)\n    await")
SHARED = '''
class Basket:
    items = []

    def add(self, item):
        self.items.append(item)
'''
INJECTED = '''
from fastapi import Depends, FastAPI

app = FastAPI()
history = []


def get_history():
    return history


@app.post("/chat")
async def chat(text: str, kept=Depends(get_history)):
    kept.append(text)
    return list(kept)
'''
INNER = '''
from discord.ext import commands


class Desk:
    def __init__(self):
        self.bot = commands.Bot("!")
        self.last = None

        @self.bot.event
        async def on_message(message):
            before = self.last
            self.last = message.content
            await message.channel.send(before or "hello")


desk = Desk()
'''
BEATS = '''
beats = []


async def beat():
    beats.append("beat")
'''

PRESSED = '''
import gradio as gr

told = []


def build():
    with gr.Blocks() as page:
        gr.Button("Tell").click(lambda message: told.append(message) or list(told))
    return page
'''
TWO_REQUESTS = '''
from flask import Flask, request

app = Flask(__name__)
current = None


@app.post("/login")
def login():
    global current
    current = request.form["user"]
    return "welcome"


@app.get("/me")
def me():
    return f"You are {current}"
'''
CURED = TWO_REQUESTS.replace("global current\n    current =", "session['user'] =").replace(
    "{current}", "{session['user']}").replace("Flask, request", "Flask, request, session")


SERVED = '''
from fastapi import FastAPI

app = FastAPI()
history = []


class Message:
    text: str


@app.post("/chat/{user_id}")
async def chat(user_id: str, message: Message, size: int):
    history.append(message.text)
    return list(history)


@app.get("/kept")
async def kept(text):
    history.append(text)
    return list(history)
'''
REQUESTS = {
    12: 'Request("POST", f"/chat/{session.user}?size={session.number + 1}", json={"text": session.says("text")})',
    18: """Request("GET", f"/kept?text={session.says('text')}")""",
}
LOGIN = """\
[Request("POST", "/login", form={"user": session.says("user")}), Request("GET", "/me")]"""


@pytest.fixture
def all_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every library is found where a test is printed; none is imported there."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: name)


@pytest.fixture(autouse=True)
def nothing_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs here meet no library, and none of those that stand in for one in cases."""
    monkeypatch.setattr(sys, "path", [each for each in sys.path if not each.endswith("stand_ins")])
    for name, module in list(sys.modules.items()):
        if "stand_ins" in (getattr(module, "__file__", None) or ""):
            monkeypatch.delitem(sys.modules, name)


def printed(folder: Path, program: str, settings: Settings = ALL) -> str:
    """The test of the first finding of a program."""
    (folder / "chat.py").write_text(program, encoding="utf-8")
    tests = generated_tests(ast.parse(program), program.splitlines(True), str(folder / "chat.py"), settings)
    test = next(each for _, each in tests)
    assert isinstance(test, str), test
    return test


@pytest.mark.parametrize(
    "program", [GROWS, COUNTED, KEPT, LOCAL, SHARED], ids=["grows", "late", "kept", "local", "of the class"])
def test_a_printed_test_fails_until_the_cure_of_the_story_is_applied(folder: Path, program: str) -> None:
    test = printed(folder, program)
    [story] = stories(ast.parse(program), program.splitlines(True), str(folder / "chat.py"), ALL)
    assert outcome(test, folder) == FAILS
    (folder / "chat.py").write_text(story.cure.text, encoding="utf-8")
    assert outcome(test, folder) == PASSES


FILLED = '''
from fastapi import Depends, FastAPI
from fastapi.security import HTTPBasic

app = FastAPI()
visitor = None


@app.get("/login")
def login(given=Depends(HTTPBasic())):
    global visitor
    visitor = given.username
    return "welcome"


@app.get("/visitor")
def who():
    return visitor
'''
ENTERED = '''
import threading
from contextlib import contextmanager

local = threading.local()


@contextmanager
def on_behalf_of(**values):
    local.values = values
    try:
        yield
    finally:
        local.values = {}


def in_force():
    return local.values
'''
CALLED_BY_LAMBDA = '''
from nicegui import ui

names = []


def add(name):
    names.append(name)
    shown.set_text(", ".join(names))


ui.button("me", on_click=lambda event: add(event.sender))
shown = ui.label("")
'''
FOLDERS = '''
import tempfile
from fastapi import FastAPI

app = FastAPI()
names = []


@app.post("/files")
def keep(name: str):
    with tempfile.TemporaryDirectory() as folder:
        names.append(f"{name} in {folder}")
    return list(names)
'''
RELATIVE = '''
from fastapi import FastAPI

from .models import answer

app = FastAPI()
texts = []


@app.post("/chat")
async def chat(text: str):
    texts.append(text)
    return await answer(texts)
'''


@pytest.mark.parametrize(
    "program",
    [INJECTED, INNER, TWO_REQUESTS, FILLED, ENTERED, CALLED_BY_LAMBDA, FOLDERS, RELATIVE],
    ids=["injected", "inner", "two requests", "filled", "entered", "by lambda", "folders", "relative"],
)
def test_functions_of_libraries_are_called_as_these_would(folder: Path, program: str) -> None:
    test = printed(folder, program)
    assert outcome(test, folder) == FAILS, test


@pytest.mark.usefixtures("all_is_installed")
@pytest.mark.parametrize("line", REQUESTS)
def test_a_route_is_called_through_its_application_too(folder: Path, line: int) -> None:
    arguments = (ast.parse(SERVED), SERVED.splitlines(True), str(folder / "chat.py"), ALL)
    [test] = [each for _, each in generated_tests(*arguments, line + 2)]
    assert isinstance(test, str) and ast.parse(test)
    assert f'        "chat:app",\n        lambda session: {REQUESTS[line]},\n' in test
    assert "import Outside, Request, check_application, check_isolation\n" in test


@pytest.mark.usefixtures("all_is_installed")
def test_requests_take_what_a_proxy_is_asked_for(folder: Path) -> None:
    test = printed(folder, TWO_REQUESTS)
    assert f'        "chat:app",\n        lambda session: {LOGIN},\n' in test
    assert "check_application" not in printed(folder, KEPT)


def test_two_requests_of_a_cured_program_pass(folder: Path) -> None:
    test = printed(folder, TWO_REQUESTS)
    (folder / "chat.py").write_text(CURED, encoding="utf-8")
    assert outcome(test, folder) == PASSES


def test_the_command_prints_the_test_of_a_line(folder: Path) -> None:
    (folder / "chat.py").write_text(GROWS)
    answer = explain_in(folder, "--test", "chat.py:8")
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout == PRINTED


@pytest.mark.parametrize(("program", "line", "reason"), [
    (GROWS, 3, "nothing is found on this line"),
    (PRESSED, 9, "the function is a lambda"),
    (BEATS, 6, "a constant is added"),
], ids=["no finding", "a lambda", "a constant"])
def test_what_cannot_be_replayed_is_refused_with_a_reason(folder: Path, program: str, line: int, reason: str) -> None:
    (folder / "chat.py").write_text(program)
    answer = explain_in(folder, "--test", f"chat.py:{line}")
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith(f"chat.py:{line}: no test: {reason}")


def test_a_test_is_of_one_finding(folder: Path) -> None:
    (folder / "chat.py").write_text(GROWS)
    answer = explain_in(folder, "--test", "chat.py")
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr == "chat.py: which finding? --test replays one: chat.py:LINE\n"


@pytest.mark.parametrize("path", sorted((CASES / "seed").glob("*.py")), ids=name_of)
def test_findings_of_the_first_programs_are_confirmed(path: Path) -> None:
    for each in measured_case(path):
        assert (each.printed, each.cured) == (FAILS, PASSES)


def test_programs_of_a_folder_are_measured_with_their_neighbours(folder: Path) -> None:
    (folder / "chat_bad.py").write_text(GROWS)
    (folder / "chat_ok.py").write_text(GROWS.replace("history.append(message)", "history = [message]"))
    [found] = measured_programs(folder)
    assert (found.code, found.printed, found.neighbour) == ("SIS001", FAILS, PASSES)


def test_the_report_has_a_line_for_each_code() -> None:
    found = [Measured("a", "SIS001", FAILS, PASSES), Measured("b", "SIS002", "not made: a lambda")]
    assert [line.split()[:5] for line in report(found).splitlines()[1:]] == [
        ["SIS001", "1", "1", "1", "100%"], ["SIS002", "1", "0", "0", "0%"], ["all", "2", "1", "1", "50%"]]


def test_most_case_files_are_measured_without_an_error() -> None:
    path = next(each for each in case_files() if name_of(each) == "module_state_written/aliases")
    assert {each.printed for each in measured_case(path)} == {FAILS}


def test_stand_ins_answer_with_what_they_are_sent() -> None:
    outside, session = Outside(), Session(0, "alice", "")
    client, chain = outside.client(), outside.conversation()
    assert "hello" in client.ask("hello") and "hello" not in client.ask("again")
    assert "hello" in chain.ask("hello") and "hello" in chain.ask("again")
    assert outside.message(session).author == "alice"
    assert outside.message(session)["text"] == "alice-text"
    token = SERVING.set(1)
    assert outside.heard() == ()
    SERVING.reset(token)
    assert len(outside.heard()) == 4


def test_stand_ins_keep_what_is_set_on_them_and_reckon() -> None:
    outside, session = Outside(), Session(0, "alice", "")
    request = outside.message(session, "request")
    request.ctx.user = "bob"
    request.cookies["theme"] = "dark"
    assert (request.ctx.user, request.cookies["theme"], request.cookies.get("theme")) == ("bob", "dark", "dark")
    assert request.app is outside.application
    price = outside.client("price")
    assert (1 + price, price + 1, price - 1, 3 - price) == (1, 1, -1, 3)
    assert (price > 5, price >= 0, price < 0) == (False, True, False)
    assert (price / 2, 2.5 + price, float(price), price <= 0) == (0, 2.5, 0.0, True)
    assert "alice" in outside.client("words") | "alice" and ~price == price


def test_what_is_made_or_called_with_a_conversation_has_its_memory() -> None:
    outside = Outside()
    memory, library = outside.conversation("memory"), outside.client("library")
    chain = library.chain(llm="model", memory=memory)
    chain.ask("hello")
    assert "hello" in chain.ask("again") and "hello" in memory.last_message
    assert "again" in library.run("more", config={"callbacks": [memory]})
    chain["key"] = "value"
    assert "value" in chain["key"] and "value" in chain.text


def test_a_class_of_a_missing_library_can_be_inherited_from() -> None:
    base = Outside().client("View")

    class View(base):  # type: ignore[misc, valid-type]  # a stand-in, no class
        def show(self, text: str) -> object:
            self.text = text
            return super().show(text)

    class Beside(View, base):  # type: ignore[misc, valid-type]  # a stand-in, no class
        """Its other base class is the one that counts."""

    assert "hello" in str(View(size=3).show("hello")) and View(size=3).size == 3
    assert isinstance(Beside().request, str) and not hasattr(View(), "text") and not hasattr(View(), "_hidden")


def test_what_a_reply_streams_is_read_to_its_end() -> None:
    outside = Outside()

    async def chunks() -> AsyncIterator[str]:
        yield "one"

    reply = outside.client("Response")(chunks())
    assert asyncio.run(outside.streamed(reply))[1] == ["one"]
    assert outside.read(outside.client("Response")(iter_of("two")))[1] == ["two"]
    assert asyncio.run(outside.streamed("plain")) == "plain"


def iter_of(text: str) -> Iterator[str]:
    yield text


def test_a_function_inside_of_another_is_found_while_that_runs() -> None:
    def outer() -> None:
        def wanted() -> int:
            return 7

        assert wanted()

    assert inner(outer, "wanted")() == 7
    with pytest.raises(LookupError):
        inner(outer, "missing")
