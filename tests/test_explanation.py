"""The page of a file: for each shared place what is reported there, or the reason of its silence with the lines."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from textwrap import dedent

import pytest

from flake8_session_isolation.analysis import check, explain
from flake8_session_isolation.rules import benign
from flake8_session_isolation.settings import Settings
from tests.check import case_files, name_of

OPTIONAL = frozenset({"SIS101", "SIS103", "SIS104", "SIS107"})

REASONS = {
    "registry": ("clients: silent, registry (removed at 9)", """
        clients = []

        async def hello(client):
            clients.append(client)
            for each in clients:
                await each.send("hello")

        async def bye(client):
            clients.remove(client)
        """),
    "statistic": ("stats: silent, statistic (read at 5, updated at 5)", """
        import asyncio
        stats = {"served": 0}

        def served():
            stats["served"] += 1

        async def ask(question):
            await asyncio.to_thread(served)
        """),
    "flag": ("is_changed: silent, flag (read at 6, updated at 6)", """
        import asyncio
        is_changed = False

        def enter(text):
            global is_changed
            is_changed |= text.isupper()

        def saved():
            global is_changed
            is_changed = False

        async def change(text):
            await asyncio.to_thread(enter, text)
            await asyncio.to_thread(saved)
        """),
    "saved_setting": ("Config.limit: silent, saved_setting (read at 10, set at 16)", """
        from flask import Flask

        app = Flask(__name__)

        class Config:
            def __init__(self):
                self.limit = ""

            def save(self):
                print(self.limit)

        config = Config()

        @app.route("/limit/<limit>")
        def change(limit):
            config.limit = limit
            config.save()

        @app.route("/limit")
        def show():
            return "limited" if config.limit else "free"
        """),
    "emptied_cache": (
        "cache: silent, keyed (stored at 8); emptied_cache (tested at 6, cleared at 7); single_session (stored at 8)",
        """
        import asyncio
        cache = {}

        def title(name):
            found = cache.get(name)
            if len(cache) > 99:
                cache.clear()
            cache[name] = found or name.title()
            return found

        async def ask(name):
            return await asyncio.to_thread(title, name)
        """),
    "queue": ("jobs: silent, queue (taken at 7)", """
        jobs = []

        async def ask(question):
            jobs.append(question)

        async def work(answer):
            question = jobs.pop()
            return await answer(question)
        """),
    "renewed_token": (
        "Client.token: silent, renewed_token (read at 8, set at 8); "
        "single_update ('Client.lock' taken at 7, read at 8, set at 8)", """
        class Client:
            def __init__(self, connection):
                self.connection = connection
                self.token = None

            async def ask(self, question):
                async with self.lock:
                    self.token = await self.connection.renew(self.token)
                return await self.connection.ask(question, self.token)

        client = Client(object())
        """),
    "unserved": ("history: silent, unserved (no caller of 'add' was found)", """
        history = []

        def add(message):
            history.append(message)

        async def show():
            return history
        """),
    "class_setup": ("Agent.names: silent, unserved (no caller of 'register' was found)", """
        class Agent:
            names = []

        def register(name):
            Agent.names.append(name)
        """),
    "background": ("words: silent, background ('count' is run by main)", """
        import asyncio
        from contextvars import ContextVar

        words = ContextVar("words", default=[])

        async def count():
            words.get().append("hello")

        async def main():
            task = asyncio.create_task(count())
            await serve()

        if __name__ == "__main__":
            asyncio.run(main())
        """),
    "alone": ("sent: silent, memo (tested at 8, updated at 9); alone (of 'celery.shared_task')", """
        from celery import shared_task

        sent = 0

        @shared_task
        def send(message):
            global sent
            if sent < 10:
                sent += 1
        """),
    "off_loop": ("current.user: silent, off_loop (of 'flask.Flask.route')", """
        import threading

        from flask import Flask

        app = Flask(__name__)
        current = threading.local()

        @app.route("/")
        def show(user):
            current.user = user
            return greet()

        def greet():
            return current.user
        """),
    "administrative": ("motd: silent, administrative (set at 7)", """
        motd = ""

        @bot.command()
        @is_owner()
        async def set_motd(text):
            global motd
            motd = text

        @bot.command()
        async def show():
            return motd
        """),
    "setting": ("motd: silent, administrative (set at 9); setting (set at 9)", """
        motd = ""

        @bot.command()
        @is_owner()
        async def set_motd(text):
            global motd
            if motd != text:
                await note(text)
                motd = text

        @bot.command()
        async def show():
            return motd
        """),
    "import_hook": ("Plugin.known: silent, import_hook (appended at 5)", """
        class Plugin:
            known = []

            def __init_subclass__(cls):
                cls.known.append(cls)

            async def show(self):
                return self.known
        """),
    "keyed": ("histories: silent, keyed (stored at 4)", """
        histories = {}

        async def keep(user_id, message):
            histories[user_id] = message

        async def show(user_id):
            return histories[user_id]
        """),
    "own_key": ("jobs: silent, keyed (stored at 7); own_key (stored at 7)", """
        import uuid

        jobs = {}

        async def add(job):
            key = uuid.uuid4()
            jobs[key] = [await check(jobs.get(key)), job]
            return jobs[key]
        """),
    "own_object": ("app: silent, own_object (set at 6)", """
        from shop import App

        app = App()

        async def use(user):
            app.user = user
            return await greet()

        async def greet():
            return app.user
        """),
    "entry_object": ("users: silent, keyed (set at 6); entry_object (set at 6)", """
        users = {}

        async def visit(user_id):
            count = users[user_id].count
            await note(user_id)
            users[user_id].count = count + 1
        """),
    "too_deep": ("tree: silent, keyed (stored at 6); too_deep (stored at 6)", """
        tree = {}

        async def count(user_id):
            old = tree[user_id]["a"]["b"]["c"]["d"]
            await note(user_id)
            tree[user_id]["a"]["b"]["c"]["d"] = old + 1
        """),
    "object_content": ("pace.clock: silent, object_content (appended at 6)", """
        class Clock:
            def __init__(self):
                self.times = []

        def pace(clock=Clock()):
            clock.times.append(0)
            return clock.times

        async def serve(user):
            return pace()
        """),
    "declared_shared": ("Agent.names: silent, declared_shared (appended at 7)", """
        from typing import ClassVar

        class Agent:
            names: ClassVar[list] = []

            def add(self, name):
                self.names.append(name)

            def show(self):
                return self.names
        """),
    "transient": ("user: silent, transient (set at 5)", """
        user = None

        async def greet(name):
            global user
            user = name
            text = f"hello {user}"
            user = None
            return text
        """),
    "gate": ("holder: silent, gate (tested at 5, set at 7 and 9); memo (tested at 5, set at 9); "
             "single_step (tested at 5, set at 7)", """
        holder = None

        async def serve(user):
            global holder
            if holder is not None:
                raise RuntimeError(holder)
            holder = user
            await answer(user)
            holder = None
        """),
    "found_before": ("rooms: silent, keyed (appended at 7); found_before (found at 4, appended at 7)", """
        rooms = {}

        async def tell(name, text):
            if name not in rooms:
                raise KeyError(name)
            await answer(text)
            rooms[name].append(text)
        """),
    "guarded": ("last: silent, guarded ('lock' taken at 8)", """
        import asyncio

        lock = asyncio.Lock()
        last = None

        async def keep(message):
            global last
            async with lock:
                last = message
                await note()
                return last
        """),
    "locked": ("Agent.names: silent, locked ('Agent.lock' taken at 8)", """
        import threading

        class Agent:
            names = []
            lock = threading.Lock()

            def add(self, name):
                with self.lock:
                    self.names.append(name)
        """),
    "covered": ("known: silent, keyed (stored at 9); covered ('lock' taken at 7, tested at 8, stored at 9)", """
        import asyncio

        lock = asyncio.Lock()
        known = {}

        async def load(key):
            async with lock:
                if key not in known:
                    known[key] = await fetch(key)
            return known[key]
        """),
    "checked_again": ("known: silent, keyed (stored at 7); checked_again (tested at 4 and 6, stored at 7)", """
        known = {}

        async def load(key):
            if key not in known:
                value = await fetch(key)
                if key not in known:
                    known[key] = value
            return known[key]
        """),
    "single_step": ("known: silent, keyed (stored at 5); single_step (tested at 4, stored at 5)", """
        known = {}

        async def load(key):
            if key not in known:
                known[key] = []
            return known[key]
        """),
    "single_update": ("count: silent, single_update (read at 5, updated at 5)", """
        count = 0

        async def serve(user):
            global count
            count += 1
            await answer(user)
        """),
    "single_growth": (
        "talks: silent, keyed (appended at 8 and 10); "
        "single_growth ('locks[user_id]' taken at 7, grown at 8, appended at 10)", """
        import asyncio
        from collections import defaultdict
        talks = defaultdict(list)
        locks = defaultdict(asyncio.Lock)

        async def chat(user_id, message):
            async with locks[user_id]:
                talks[user_id].append(message)
                await note(user_id)
                talks[user_id].append("noted")
        """),
    "exclusive": (
        "pilot: silent, exclusive (tested at 7, set at 9); memo (tested at 15, set at 16); "
        "single_step (tested at 7 and 15, set at 9 and 16)", """
        import asyncio

        pilot = None

        async def fly(user):
            global pilot
            if pilot is not None:
                raise ValueError(user)
            pilot = user
            await asyncio.sleep(1)
            return pilot

        async def land(user):
            global pilot
            if pilot is user:
                pilot = None
        """),
    "fixed_entries": (
        "sinks: silent, memo (tested at 4, stored at 5); single_step (tested at 4, stored at 5); "
        "fixed_entries (stored at 5)", """
        sinks = {}

        async def write(user, text):
            if "log" not in sinks:
                sinks["log"] = open_log()
            for each in sinks.values():
                await each.write(text)
        """),
    "guarded_walk": ("users: silent, keyed (stored at 13); guarded_walk ('lock' taken at 7, stored at 13)", """
        import asyncio

        lock = asyncio.Lock()
        users = {}

        async def greet():
            async with lock:
                for each in users:
                    await send(each)

        async def join(user_id, name):
            async with lock:
                users[user_id] = name
        """),
    "single_session": ("last: silent, keyed (stored at 10); single_session (stored at 10)", """
        from flask import Flask

        app = Flask(__name__)
        last = {}

        @app.route("/<user_id>")
        def keep(user_id, message):
            before = last.get(user_id)
            if before is None:
                last[user_id] = [before, message]
            return str(before)
        """),
    "memo": ("settings: silent, memo (tested at 5, set at 6); mere_cache (tested at 5, set at 6)", """
        settings = None

        async def load():
            global settings
            if settings is None:
                settings = await fetch()
            return settings
        """),
    "filled_entry": ("known: silent, filled_entry (tested at 5 and 6, stored at 7)", """
        from contextvars import ContextVar
        known = ContextVar("known", default={})

        async def length(word):
            found = known.get()
            if word not in found:
                found[word] = len(word)
            return found[word]
        """),
    "filled_default": ("length.known: silent, filled_default (tested at 2, stored at 3)", """
        def length(word, known={}):
            if word not in known:
                known[word] = len(word)
            return known[word]
        """),
    "refill": (
        "names: silent, refill (tested at 4, appended at 7); "
        "single_step (tested at 4, cleared at 5, appended at 7)", """
        names = []

        async def load(store):
            if not names:
                names.clear()
                for each in fetch():
                    names.append(each.name)
            return names
        """),
    "searched_list": (
        "words: silent, searched_list (tested at 4, appended at 5); single_step (tested at 4, appended at 5)", """
        words = []

        async def learn(word):
            if word not in words:
                words.append(word)
            return words
        """),
    "drained_buffer": ("buffer: silent, drained_buffer (cleared at 9)", """
        buffer = []

        async def log(line):
            buffer.append(line)
            return len(buffer)

        async def flush():
            await write(list(buffer))
            buffer.clear()
        """),
    "connection": ("clients: silent, connection (read at 6)", """
        clients = []

        async def join(client):
            clients.append(client)
            for each in clients:
                await each.send("joined")
        """),
    "object_list": ("games: silent, object_list (appended at 8)", """
        class Game:
            def __init__(self, user):
                self.user = user

        games = []

        async def play(user):
            games.append(Game(user))
            return [each.user for each in games if each.user == user]
        """),
    "reference": ("task: silent, reference (set at 7)", """
        import asyncio

        task = None

        async def start():
            global task
            task = asyncio.Lock()
            await task.acquire()

        async def show():
            return task
        """),
    "constant": ("log: silent, constant (appended at 4); single_update (read at 4, appended at 4)", """
        log = ""

        async def serve(user):
            global log; log += "served"
            return log
        """),
    "shortened": ("jobs: silent, constant (appended at 4); shortened (removed at 6)", """
        jobs = []

        async def serve(user):
            jobs.append("job")
            await work(user)
            jobs.pop()
        """),
    "collected": ("seen: silent, constant (appended at 4); collected (read at 7)", """
        seen = []

        async def serve(user):
            seen.append("served")

        def report(send):
            send(seen)
        """),
    "filled_table": ("names: silent, filled_table (appended at 5); single_growth (grown at 5, appended at 5)", """
        names = []

        async def load():
            for each in ("en", "fr"):
                names.append(each)

        async def serve(user):
            return names
        """),
    "given_back": ("free: silent, queue (taken at 4); given_back (taken at 4, appended at 6)", """
        free = ["one", "two"]

        async def serve(user):
            thing = free.pop()
            await work(thing, user)
            free.append(thing)
        """),
    "rewritten": ("fetch.headers: silent, rewritten (read at 3)", """
        def fetch(token, headers={}):
            headers["token"] = token
            return send(headers)

        async def serve(user):
            return fetch(user)
        """),
    "refreshed": ("app['prices']: silent, refreshed (stored at 8)", """
        from aiohttp import web

        routes = web.RouteTableDef()


        @routes.get("/refresh")
        async def refresh(request):
            request.app["prices"] = await fetch(request.query["day"])
            return request.app["prices"]
        """),
    "resource": ("session: silent, resource (set at 5)", """
        session = None

        async def start(url):
            global session
            session = connect(url)

        async def fetch(path):
            return await session.get(path)
        """),
    "self_entry": ("Agent.every: silent, self_entry (appended at 5)", """
        class Agent:
            every = []

            def __init__(self):
                self.every.append(self)

            def others(self):
                return self.every
        """),
    "own_instances": ("Agent.every: silent, own_instances (appended at 6)", """
        class Agent:
            every = []

            @classmethod
            async def make(cls):
                Agent.every.append(Agent())
                return Agent.every
        """),
    "empty_fallback": ("Page.links: silent, empty_fallback (appended at 6)", """
        class Page:
            links = []

            def shown_to(self, user):
                links = self.links or []
                links.append(user)
                return links
        """),
    "removal": ("words: silent, removal (taken at 6)", """
        from contextvars import ContextVar

        words = ContextVar("words", default=["hello"])

        async def take():
            return words.get().pop()
        """),
    "own_context": ("user: silent, own_context (set at 6)", """
        from contextvars import ContextVar

        user = ContextVar("user", default=None)

        async def serve(name):
            user.set(name)
            return await answer()
        """),
    "begun_context": ("log: silent, own_context (set at 6); begun_context (begun at 6, appended at 9)", """
        from contextvars import ContextVar

        log = ContextVar("log", default=[])

        def begin():
            log.set([])

        async def serve(name):
            log.get().append(name)
            return list(log.get())
        """),
    "provided_object": ("log: silent, provided_object (tested at 6 and 7, appended at 8)", """
        from contextvars import ContextVar

        log = ContextVar("log", default=[])

        async def serve(name):
            lines = log.get()
            if lines is not None:
                lines.append(name)
        """),
    "dataless_reference": ("log: silent, dataless_reference (appended at 10)", """
        from contextvars import ContextVar

        class Mark:
            pass

        log = ContextVar("log", default=[])


        async def serve(name):
            log.get().append(Mark())
        """),
    "rebuilt": (
        "users: silent, single_update (read at 7, set at 7); rebuilt (read at 7, set at 7)", """
        users = []

        async def tidy(limit):
            global users
            if users:
                await note()
                users = [each for each in users if each.is_alive]
        """),
    "element": ("seen: silent, element (added at 6)", """
        seen = set()

        async def once(word):
            if word not in seen:
                await note(word)
                seen.add(word)
        """),
    "announced_removal": ("plugins: silent, announced_removal (tested at 6, deleted at 8)", """
        plugins = {}

        @bot.command()
        @is_owner()
        async def unload(name):
            if name in plugins:
                await note(name)
                del plugins[name]
        """),
    "latch": ("is_ready: silent, memo (tested at 5, set at 7); latch (tested at 5, set at 7)", """
        is_ready = False

        async def start():
            global is_ready
            if not is_ready:
                await prepare()
                is_ready = True
        """),
    "mere_cache": ("known: silent, keyed (stored at 5); mere_cache (tested at 4, stored at 5)", """
        known = {}

        async def load(key):
            if key not in known:
                known[key] = await fetch(key)
            return known[key]
        """),
    "first_element": ("menu: silent, first_element (tested at 4, appended at 5, read at 6)", """
        menu = []

        async def dish(user):
            if not menu:
                menu.append(await cooked())
            return menu[0]
        """),
    "kept_elsewhere": ("menu: silent, memo (tested at 10, set at 11); kept_elsewhere (set at 11)", """
        tables = {"menu": {}}
        menu = None

        async def table(name):
            await rest()
            return tables[name]

        async def order():
            global menu
            if menu is None:
                menu = await table("menu")
            return len(menu)
        """),
    "undivided_block": ("mode: silent, transient (set at 9 and 13); undivided_block (set at 13)", """
        from contextlib import contextmanager

        mode = "server"

        @contextmanager
        def set_mode(value):
            global mode
            before = mode
            mode = value
            try:
                yield
            finally:
                mode = before

        def render(page, value):
            with set_mode(value):
                return page.format(mode)

        async def serve(request):
            return render(request.page, request.mode)
        """),
    "put_back": ("level: silent, put_back (set at 5)", """
        level = 0

        def use(value):
            global level
            level = value

        async def serve(user):
            before = level
            await answer(user)
            use(before)
        """),
    "single_exchange": ("line: silent, single_exchange ('lock' taken at 8, received at 10)", """
        import asyncio
        from lines import connect

        line = connect()
        lock = asyncio.Lock()

        async def ask(question):
            async with lock:
                await line.send(question)
                return await line.recv()
        """),
    "known_context": (
        "current.user: silent, known_context ('use' is a coroutine function that nothing shows to run once)", """
        import threading

        current = threading.local()

        async def use(user):
            current.user = user
            return await greet()
        """),
    "own_thread": (
        "current.user: silent, off_loop (no caller of 'in_worker_thread' was found); own_thread (set at 6)", """
        import threading

        current = threading.local()

        def in_worker_thread(user):
            current.user = user

        def show():
            return current.user
        """),
    "same_for_each": ("Grid.packed: silent, same_for_each (stored at 5)", """
        class Grid:
            packed = {}

            def __init__(self):
                self.packed["head"] = ["left", "right"]
        """),
    "batch": (
        "Ledger.rows: silent, batch (appended at 6, set at 9); "
        "memo (tested at 7, set at 9); single_step (tested at 7, set at 9)", """
        class Ledger:
            def __init__(self):
                self.rows = []

            async def record(self, row):
                self.rows.append(row)
                if len(self.rows) >= 3:
                    rows = self.rows
                    self.rows = []
                    await store(rows)

        ledger = Ledger()

        async def note(row):
            await ledger.record(row)
        """),
    "callback": ("Client.on_error: silent, callback (set at 7)", """
        class Client:
            def __init__(self, connection):
                self.connection = connection
                self.on_error = None

            async def listen(self, on_error):
                self.on_error = on_error
                await self.connection.wait()
                return await self.connection.send(self.on_error)
        """),
    "window": (
        "readings: silent, window (appended at 11, removed at 13); single_step (tested at 12, removed at 13)", """
        import time
        from collections import deque
        from fastapi import FastAPI

        app = FastAPI()
        readings = deque()

        @app.get("/load")
        async def load():
            now = time.time()
            readings.append({"at": now, "load": measured()})
            while readings and readings[0]["at"] < now - 60:
                readings.popleft()
            return list(readings)
        """),
}
"""For each benign reason the headline of the first silent place that it covers, and a program."""

NOT_ON_THE_PAGE = {"lazy_walk", "run_once", "counter"}
"""Reasons of accesses that are gathered through other files alone, or excused by an earlier part of the analysis."""

OF_OPTIONAL_CODES = {"known_context", "own_thread", "callback"}


def page_of(program: str, codes: frozenset[str] = frozenset()) -> list[str]:
    """The lines of the page of a program."""
    text = dedent(program).lstrip("\n")
    return explain(ast.parse(text), text.splitlines(True), "program.py", Settings(codes=codes)).splitlines()


@pytest.mark.parametrize("reason", REASONS)
def test_a_silent_place_has_a_reason_with_its_lines(reason: str) -> None:
    headline, program = REASONS[reason]
    codes = OPTIONAL if reason in OF_OPTIONAL_CODES else frozenset()
    shown = "unserved" if reason == "class_setup" else reason
    assert re.search(rf"(silent, |; ){shown}\b", headline)
    assert headline in page_of(program, codes)


def test_each_reason_has_a_program() -> None:
    modules = {path.stem for path in Path(benign.__file__).parent.glob("[!_]*.py")} - {"evidence"}
    assert modules - NOT_ON_THE_PAGE == set(REASONS)


@pytest.mark.parametrize("reason", sorted(set(REASONS) | NOT_ON_THE_PAGE))
def test_a_reason_states_definition_evidence_and_bounds(reason: str) -> None:
    text = (Path(benign.__file__).parent / f"{reason}.py").read_text(encoding="utf-8")
    page = ast.get_docstring(ast.parse(text)) or ""
    assert re.findall(r"^(\w+): ", page, re.MULTILINE) == ["Definition", "Evidence", "Bounds"]


LEAK = """
history = []

async def chat(message):
    history.append(message)
    return await answer(history)

def reset():
    history.clear()

def note(message):
    history.append(message)
"""


def test_a_reported_place_has_its_codes_and_lines() -> None:
    assert "history: SIS001 at 4; otherwise unserved (no caller of 'reset' was found)" in page_of(LEAK)[4]


def test_an_access_that_is_not_served_says_why() -> None:
    assert "  line 8: reset clears history, no lock, unserved (no caller of 'reset' was found)" in page_of(LEAK)


def test_without_evidence_the_page_says_what_is_missing() -> None:
    assert "last: silent, no evidence (no served function takes the value as data)" in page_of("""
        last = None

        async def chat(user):
            global last
            last = user
        """)


def test_optional_codes_are_shown_where_they_are_on() -> None:
    program = """
        class Client:
            def __init__(self, connection):
                self.connection = connection
                self.token = None

            async def renew(self):
                self.token = await self.connection.renew(self.token)
        """
    assert any(line.startswith("Client.token: SIS103 at 7") for line in page_of(program, OPTIONAL))
    assert not any("Client.token" in line for line in page_of(program))


def test_a_generated_file_is_not_explained() -> None:
    assert page_of("# Generated by the protocol buffer compiler.  DO NOT EDIT!\nhistory = []\n") == [
        "not checked: the file is generated"]


@pytest.mark.once
@pytest.mark.parametrize("path", case_files(), ids=name_of)
def test_the_page_of_a_case_repeats_no_line_and_has_all_findings(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines, settings = text.splitlines(True), Settings(codes=OPTIONAL)
    shown = explain(ast.parse(text), lines, str(path), settings).splitlines()
    filled = [line for line in shown if line]
    assert len(filled) == len(set(filled))
    reported = {(int(line), code) for each in filled for code, line in re.findall(r"(SIS\d{3}) at (\d+)", each)}
    assert reported == {(each.line, each.code) for each in check(ast.parse(text), lines, str(path), settings)}


def test_a_function_that_is_too_long_to_be_read_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    body = "    message = 1\n    history.append(message)\n    return history\n"
    program = f"history = []\n\nasync def chat(message):\n{body}"
    assert "history: SIS001 at 5" in page_of(program)
    monkeypatch.setattr("flake8_session_isolation.dataflow.transfer_statements.MOST_STEPS", 1)
    assert any(each.startswith("chat: not read, since it has more than") for each in page_of(program + "\n"))
