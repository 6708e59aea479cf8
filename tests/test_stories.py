"""The story of a finding: the turns of two sessions as a table, and the cure in the file's own names."""

from __future__ import annotations

import ast
from pathlib import Path
from textwrap import dedent

import pytest

from flake8_session_isolation.analysis import check, explain_line, generated_tests, stories
from flake8_session_isolation.rules.explanation.story import Story
from flake8_session_isolation.rules.explanation.table import as_text
from flake8_session_isolation.settings import Settings, optional_codes
from tests.check import CASES, case_files, name_of, read
from tests.test_command import explain_in

ALL = Settings(codes=optional_codes(["SIS1"]))

GROWS = '''
from agent import answer

history = []


async def chat(user_id, message):
    history.append(message)
    return await answer(history)
'''
LATE = '''
import asyncio

seats = {"hall": 2}


async def pay(user_id):
    await asyncio.sleep(1)


async def book(user_id, hall):
    free = seats[hall]
    await pay(user_id)
    seats[hall] = free - 1
    return free
'''
KEPT = '''
import asyncio


class Desk:
    def __init__(self):
        self.guest = None

    async def welcome(self, guest):
        self.guest = guest
        await asyncio.sleep(1)
        return f"Hello {self.guest}"


desk = Desk()
'''
FALLBACK = '''
class Page:
    links = ["home"]

    def shown_to(self, user):
        links = self.links or []
        links.append(user)
        return links
'''
LOCAL = '''
import asyncio
import threading

current = threading.local()


async def reply(user, text):
    current.user = user
    await asyncio.sleep(1)
    return f"{current.user}: {text}"
'''
ANEW = '''
import asyncio

seats = 10


async def book(user_id):
    global seats
    async with asyncio.Lock():
        if seats > 0:
            await asyncio.sleep(1)
            seats -= 1
'''

BALANCE = '''
import asyncio

balance = 100


async def pay(amount):
    await asyncio.sleep(1)


async def withdraw(user_id, amount):
    global balance
    before = balance
    await pay(amount)
    balance = before - amount
    return balance
'''

CURES = {
    "a lock over an update that would be lost": (BALANCE, 15, """
        The cure: hold one lock from line 13 to line 15; if 'balance' is one user's, keep one for each session

        @@ -3,0 +4 @@
        +lock = asyncio.Lock()
        @@ -13,3 +14,4 @@
        -    before = balance
        -    await pay(amount)
        -    balance = before - amount
        +    async with lock:
        +        before = balance
        +        await pay(amount)
        +        balance = before - amount
        """),
    "under the session's key": (GROWS, 8, """
        The cure: keep one 'history' for each session, under 'user_id'

        @@ -2,0 +3 @@
        +from collections import defaultdict
        @@ -4 +5 @@
        -history = []
        +history = defaultdict(list)
        @@ -8,2 +9,2 @@
        -    history.append(message)
        -    return await answer(history)
        +    history[user_id].append(message)
        +    return await answer(history[user_id])
        """),
    "in the call": (GROWS.replace("user_id, ", ""), 8, """
        The cure: keep 'history' in a local variable of 'chat'

        @@ -4 +3,0 @@
        -history = []
        @@ -7,0 +7 @@
        +    history = []
        """),
    "the parameter itself": (KEPT, 10, """
        The cure: use the parameter 'guest', which belongs to the call, instead of 'self.guest'

        @@ -6,2 +5,0 @@
        -    def __init__(self):
        -        self.guest = None
        @@ -10 +7,0 @@
        -        self.guest = guest
        @@ -12 +9 @@
        -        return f"Hello {self.guest}"
        +        return f"Hello {guest}"
        """),
    "a context variable": (LOCAL, 9, """
        The cure: keep 'user' in a ContextVar, which has a value for each task

        @@ -3,0 +4 @@
        +from contextvars import ContextVar
        @@ -5 +6 @@
        -current = threading.local()
        +current_user = ContextVar("current_user")
        @@ -9 +10 @@
        -    current.user = user
        +    current_user.set(user)
        @@ -11 +12 @@
        -    return f"{current.user}: {text}"
        +    return f"{current_user.get()}: {text}"
        """),
    "a copy": (FALLBACK, 7, """
        The cure: change a copy of 'links'

        @@ -6 +6 @@
        -        links = self.links or []
        +        links = list(self.links or [])
        """),
    "one lock over both lines": (LATE, 14, """
        The cure: hold one lock from line 12 to line 14; if 'seats' is one user's, keep one for each session

        @@ -2,0 +3 @@
        +from collections import defaultdict
        @@ -3,0 +5 @@
        +locks = defaultdict(asyncio.Lock)
        @@ -12,3 +14,4 @@
        -    free = seats[hall]
        -    await pay(user_id)
        -    seats[hall] = free - 1
        +    async with locks[hall]:
        +        free = seats[hall]
        +        await pay(user_id)
        +        seats[hall] = free - 1
        """),
    "one lock for all calls": (ANEW, 9, """
        The cure: create the lock once, for all calls

        @@ -3,0 +4 @@
        +lock = asyncio.Lock()
        @@ -9 +10 @@
        -    async with asyncio.Lock():
        +    async with lock:
        """),
}

TABLES = {
    "what A leaves, B gets": (GROWS, 8, """
    line       session A                                           session B
 1  chat.py:7  async def chat(user_id, message):
               - enters through 'chat' with its own 'message'
 2  chat.py:8  history.append(message)
               - appends to 'history' [no lock]
 3  chat.py:9  return await answer(history)
               - waits: other sessions run
 4  chat.py:7                                                      async def chat(user_id, message):
                                                                   - enters through 'chat', too
 5  chat.py:8                                                      history.append(message)
                                                                   - appends to 'history', too [no lock]
 6  chat.py:9                                                      return await answer(history)
                                                                   - reads 'history': it gets what A left there, and
                                                                     it goes into the reply [no lock]
"""),
    "what A has set, B replaces": (KEPT, 10, """
    line        session A                                           session B
 1  chat.py:9   async def welcome(self, guest):
                - enters through 'Desk.welcome' with its own
                  'guest'
 2  chat.py:10  self.guest = guest
                - sets 'Desk.guest' [no lock]
 3  chat.py:11  await asyncio.sleep(1)
                - waits: other sessions run
 4  chat.py:9                                                       async def welcome(self, guest):
                                                                    - enters through 'Desk.welcome', too, with its own
                                                                      'guest'
 5  chat.py:10                                                      self.guest = guest
                                                                    - sets 'Desk.guest': A's value is lost [no lock]
 6  chat.py:12  return f"Hello {self.guest}"
                - reads 'Desk.guest': it gets B's value, and it
                  goes into the reply [no lock]
"""),
    "what A has read is old": (LATE, 14, """
    line        session A                                           session B
 1  chat.py:11  async def book(user_id, hall):
                - enters through 'book'
 2  chat.py:12  free = seats[hall]
                - reads 'seats[hall]' [no lock]
 3  chat.py:13  await pay(user_id)
                - waits: other sessions run
 4  chat.py:11                                                      async def book(user_id, hall):
                                                                    - enters through 'book', too
 5  chat.py:12                                                      free = seats[hall]
                                                                    - reads 'seats[hall]', too [no lock]
 6  chat.py:14                                                      seats[hall] = free - 1
                                                                    - stores into 'seats[hall]' [no lock]
 7  chat.py:14  seats[hall] = free - 1
                - stores into 'seats[hall]': computed from the old
                  value, so that B's change is lost [no lock]
"""),
}


def story_of(program: str, line: int) -> Story:
    """The one story of a line."""
    text = program[1:] if program.startswith("\n\n") else program
    [found] = stories(ast.parse(text), text.splitlines(keepends=True), "chat.py", Settings(), line)
    return found


def shown(text: str) -> list[str]:
    """Lines without the indentation that they have in common."""
    return dedent(text).strip("\n").splitlines()


@pytest.mark.parametrize(("program", "line", "expected"), CURES.values(), ids=CURES.keys())
def test_the_cure_uses_the_names_of_the_file(program: str, line: int, expected: str) -> None:
    story = story_of(program, line)
    assert as_text(story)[as_text(story).index("The cure"):].splitlines() == shown(expected)
    assert check(ast.parse(story.cure.text), story.cure.text.splitlines(keepends=True), "chat.py", Settings()) == []


@pytest.mark.parametrize(("program", "line", "expected"), TABLES.values(), ids=TABLES.keys())
def test_the_turns_are_a_table(program: str, line: int, expected: str) -> None:
    """But for the reasons why functions serve, which other tests have."""
    story = story_of(program, line)
    without = story._replace(steps=tuple(each._replace(why="") for each in story.steps))
    table = as_text(without).partition("\n\n")[2].partition("\n\nThe cure")[0]
    assert table.splitlines() == [f" {line}" for line in shown(expected)]


STREAM = """

from contextlib import redirect_stdout
from io import StringIO

from fastapi import FastAPI

app = FastAPI()


@app.post("/run")
async def run(code: str):
    out = StringIO()
    with redirect_stdout(out):
        await evaluate(code)
    return out.getvalue()
"""


PRESSED = """
from nicegui import ui

history = []


@ui.page("/")
def page():
    box = ui.input()
    ui.button("send", on_click=lambda: history.append(box.value))
    ui.label(history[-1])
"""

CHOSEN = """
from flask import Flask, request

app = Flask(__name__)


@app.post("/mode")
def choose():
    app.config["MODE"] = request.form["mode"]
    return "chosen"


@app.get("/mode")
def mode():
    return app.config["MODE"]
"""


def test_a_lambda_is_named_by_the_function_around_it() -> None:
    story = story_of(PRESSED, 10)
    assert "'lambda in page' appends to 'history', read by 'page'" in story.finding.text


def test_what_belongs_to_the_application_is_kept_in_the_session() -> None:
    assert story_of(CHOSEN, 9).cure.what == (
        "'app.config' is shared by all users: keep one user's choice in their session, or pass it as an argument")


def test_a_place_of_the_process_is_cured_as_its_row_says() -> None:
    story = story_of(STREAM, 13)
    assert story.finding.text.endswith("; pass a stream as an argument")
    assert as_text(story).endswith("The cure: pass a stream as an argument")


def test_a_story_tells_why_its_function_serves_and_what_the_code_claims() -> None:
    story = story_of(GROWS, 8)
    assert "coroutine function" in story.steps[0].why
    assert [each.why for each in story.steps[1:]] == [""] * (len(story.steps) - 1)
    assert story.claim and story.finding.code == "SIS001"


@pytest.mark.parametrize("path", case_files()[::12], ids=name_of)
def test_each_finding_has_a_story(path: Path) -> None:
    text = read(path)
    arguments = (ast.parse(text), text.splitlines(keepends=True), str(path), ALL)
    found = check(*arguments)
    made = stories(*arguments)
    assert [each.finding for each in made] == found
    for story in made:
        assert {each.session for each in story.steps} == {"A", "B"}
        assert story.cure.what
        assert all(line == line.rstrip() for line in as_text(story).splitlines()[1:-1])


def test_a_value_that_another_file_reads_is_not_moved_into_the_call() -> None:
    path = next(each for each in case_files() if name_of(each) == "across_files/read_by_another_file")
    text = read(path.with_name("desk.py"))
    arguments = (ast.parse(text), text.splitlines(keepends=True), str(path.with_name("desk.py")), ALL)
    left = next(each for each in stories(*arguments) if "'seen'" in each.finding.text)
    assert any(each.line is not None and each.line.file.endswith("main.py") for each in left.steps)
    assert left.cure.what == "keep 'seen' under 'name', or pass the value as an argument"


def test_the_command_tells_the_story_of_a_line_and_of_all(folder: Path) -> None:
    (folder / "chat.py").write_text(GROWS)
    of_line = explain_in(folder, "chat.py:8")
    assert (of_line.returncode, of_line.stderr) == (0, "")
    assert of_line.stdout.startswith("chat.py:8:5: SIS001 shared module state: 'chat' appends to 'history'")
    assert explain_in(folder, "--all", "chat.py").stdout == of_line.stdout
    assert explain_in(folder, "chat.py:8:5").stdout == of_line.stdout


def test_the_page_of_a_file_ends_with_the_story_of_each_finding(folder: Path) -> None:
    (folder / "chat.py").write_text(GROWS)
    page = explain_in(folder, "chat.py").stdout
    assert page.startswith("chat: served, as tasks of one event loop")
    assert page.endswith("\n\n" + explain_in(folder, "chat.py:8").stdout)


def test_generated_files_have_neither_stories_nor_tests() -> None:
    text = f"# Generated by the protocol buffer compiler.  DO NOT EDIT!\n{GROWS}"
    arguments = (ast.parse(text), text.splitlines(keepends=True), "chat_pb2.py", ALL)
    assert (stories(*arguments), list(generated_tests(*arguments))) == ([], [])


def test_a_line_without_a_finding_shows_the_reason_of_its_silence(folder: Path) -> None:
    (folder / "chat.py").write_text(GROWS.replace("history.append(message)", "history[user_id] = message"))
    assert "history: silent, keyed" in explain_in(folder, "chat.py:8").stdout
    assert explain_in(folder, "chat.py:2").stdout == (
        "line 2 touches nothing that outlives a session and that the analysed code changes\n")


DEFINES = '''
from agent import answer

history = []
notes, shown = {}, []


class Cart:
    items = []
    most = 3

    def add(self, item):
        self.items.append(item)


class Desk:
    def __init__(self):
        self.guest = None

    async def welcome(self, guest):
        self.guest = guest
        await answer(guest)
        return self.guest


desk = Desk()


async def chat(user_id, message, tags=[]):
    history.append(message)
    notes[user_id] = message
    tags.append(message)
    return await answer(history, tags)
'''


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (4, "history: SIS001 at 30"),
        (5, "notes: silent, keyed (stored at 31)"),
        (8, "Cart.items: SIS002 at 13"),
        (9, "Cart.items: SIS002 at 13"),
        (10, "Cart.most: silent, no analysed function changes it"),
        (18, "Desk.guest: SIS004 at 21"),
        (26, "Desk.guest: SIS004 at 21"),
        (29, "chat.tags: SIS006 at 32"),
    ],
)
def test_a_line_that_defines_a_place_shows_its_verdict(line: int, verdict: str) -> None:
    page = explain_line(ast.parse(DEFINES), DEFINES.splitlines(keepends=True), "main.py", Settings(), line)
    assert page.partition("\n")[0] == verdict


def test_the_page_of_a_line_shows_each_place_that_it_touches() -> None:
    text = read(CASES / "seed" / "keyed_without_lock.py")
    page = explain_line(ast.parse(text), text.splitlines(keepends=True), "main.py", Settings(), 24)
    assert "SIS003 at 24" in page
