"""How the plugin's own time grows with a program: programs of any size, and what they take.

The texts below are parts of programs. `_here` in a name stands for the number of the part, `_next` for the one
behind it. Each has work for the plugin: state that all sessions share, read and written under a lock and
without one, by coroutines and through what these call.
"""

from __future__ import annotations

import ast
import time
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

START = '''\
import asyncio

from agent import complete, load

history = []
sessions = {}
lock = asyncio.Lock()
'''

HANDLER = '''

history_here = []
sessions_here = {}
lock_here = asyncio.Lock()


class Agent_here:
    turns = []

    def __init__(self, user):
        self.user = user

    async def send(self, message):
        self.turns.append(message)
        return await complete(self.turns)


def note_here(user, message):
    sessions_here[user] = message
    history_here.append(message)


async def handle_here(user, message):
    note_here(user, message)
    async with lock_here:
        known = sessions_here.get(user)
        sessions_here[user] = known + await Agent_here(user).send(message)
    return history_here
'''

FUNCTION = '''

def remember_here(user, message):
    sessions[user] = message


async def answer_here(user, message):
    async with lock:
        if user not in sessions:
            sessions[user] = await load(user)
    remember_here(user, message)
    history.append(message)
    return await complete(history)
'''

STEP = '''

async def step_here(user, message):
    sessions[user] = message
    history.append(message)
    if message:
        return await step_next(user, message)
    return await step_next(user, await complete(history))
'''

LAST_STEP = '''

async def step_here(user, message):
    history.append(message)
    return await complete(history)
'''

DENSE = '''

async def dense_here(user, message):
    sessions[user] = message
    history.append(message)
'''

EDGE = "    await dense_here(user, message)\n"

DENSE_END = "    return await complete(history)\n"

CALLER = '''

async def call_here(user, message):
    history.append(message)
    note_here(user, message)
    return await Agent_here(user).send(history)
'''

KEYS = '''

async def keep(user, message):
    history.append(message)
'''

KEY = """\
    sessions['key_here'] = message
    await complete(sessions['key_here'])
"""

ATTRIBUTES = '''

class Agent:
    def __init__(self):
        self.user = None

    async def send(self, message):
        history.append(message)
'''

ATTRIBUTE = """\
        self.part_here = message
        await complete(self.part_here)
"""

ATTRIBUTES_END = '''\
        return await complete(history)


agent = Agent()


async def answer(user, message):
    return await agent.send(message)
'''

ROUTES = '''\
from fastapi import FastAPI

app = FastAPI()
'''

ROUTE = '''

@app.get("/route_here")
async def route_here(user: str, message: str):
    history.append(message)
    return await complete(history)
'''

EDGES = 40

Files = Mapping[str, str]
"""A program: the text of each file by its name below one folder, the file to be linted first."""


def handlers(number: int) -> Files:
    """One file, as long as there are handlers in it; each has its own state."""
    return {"main.py": START + parts(HANDLER, number)}


def functions(number: int) -> Files:
    """One file with so many coroutines and helpers, all on the same state."""
    return {"main.py": START + parts(FUNCTION, number)}


def calls(number: int) -> Files:
    """One file with a chain of so many coroutines, each of which calls the next in two places."""
    return {"main.py": START + parts(STEP, number) + part(LAST_STEP, number)}


def circle(number: int) -> Files:
    """One file with so many coroutines, each of which calls the next in two places, and the last one the first."""
    return {"main.py": START + parts(STEP, number - 1) + part(STEP, number - 1).replace(f"_{number}(", "_0(")}


def dense_calls(number: int) -> Files:
    """One file with so many coroutines, each of which calls `EDGES` others; all read and write one state."""
    edges = ["".join(part(EDGE, (each + step) % number) for step in range(1, EDGES + 1)) for each in range(number)]
    return {"main.py": START + "".join(part(DENSE, each) + edges[each] + DENSE_END for each in range(number))}


def keys(number: int) -> Files:
    """One file with a coroutine that stores an object under so many keys of one dict."""
    return {"main.py": START + KEYS + parts(KEY, number) + DENSE_END}


def attributes(number: int) -> Files:
    """One file with a method that stores an object in so many attributes of its own."""
    return {"main.py": START + ATTRIBUTES + parts(ATTRIBUTE, number) + ATTRIBUTES_END}


def routes(number: int) -> Files:
    """One file with so many handlers, each decorated by an application."""
    return {"main.py": ROUTES + START + parts(ROUTE, number)}


def modules(number: int) -> Files:
    """A package with so many modules, and one more that imports them all and calls into each."""
    imports = "".join(part("from .part_here import Agent_here, note_here\n", each) for each in range(number))
    files = {"generated/main.py": imports + START + parts(CALLER, number), "generated/__init__.py": ""}
    return files | {f"generated/part_{each}.py": START + part(HANDLER, each) for each in range(number)}


def parts(text: str, number: int) -> str:
    """So many copies of a text, numbered from 0."""
    return "".join(part(text, each) for each in range(number))


def part(text: str, number: int) -> str:
    """A copy of a text, with its number in each name that wants it."""
    return text.replace("_here", f"_{number}").replace("_next", f"_{number + 1}")


class Curve(NamedTuple):
    """A kind of program, and the size at which its curve starts."""

    name: str
    program: Callable[[int], Files]
    smallest: int


CURVES = (
    Curve("length of a file", handlers, 50),
    Curve("functions on one state", functions, 50),
    Curve("chain of calls", calls, 100),
    Curve("circle of calls", circle, 100),
    Curve("dense calls", dense_calls, 75),
    Curve("imported modules", modules, 50),
    Curve("keys of one dict", keys, 100),
    Curve("attributes of an object", attributes, 100),
    Curve("decorated routes", routes, 100),
)
MULTIPLES = (1, 2, 4)
TARGET = 5.0
"""What takes time in proportion to its size takes 4 times as long at 4n; with a margin for noise, 5."""


class Taken(NamedTuple):
    """What the plugin took for one program, in seconds of processor time, and the number of its findings.

    The number tells apart a program that is cheap from one that the plugin gives up.
    """

    seconds: float
    findings: int


class Growth(NamedTuple):
    """A curve, measured: per size the median of the seconds, and the number of findings."""

    curve: Curve
    taken: tuple[Taken, ...]

    @property
    def quotient(self) -> float:
        """Time at the largest size over time at the smallest."""
        return self.taken[-1].seconds / self.taken[0].seconds

    @property
    def verdict(self) -> str:
        """Whether the quotient is on target; where there are no findings at some size, it says nothing."""
        if not all(each.findings for each in self.taken):
            return "gives up"
        return f"above {TARGET:g}" if self.quotient > TARGET else f"<= {TARGET:g}"

    def __str__(self) -> str:
        """One line, as below `HEADING`."""
        sizes = "/".join(str(self.curve.smallest * each) for each in MULTIPLES)
        findings = "/".join(str(each.findings) for each in self.taken)
        times = "".join(f"{each.seconds:10.3f}" for each in self.taken)
        return f"{self.curve.name:24}{sizes:14}{findings:14}{times}{self.quotient:10.2f}  {self.verdict}"


HEADING = (
    f"{'growth of':24}{'n/2n/4n':14}{'findings':14}"
    f"{'time(n)':>10}{'time(2n)':>10}{'time(4n)':>10}{'4n / n':>10}  verdict"
)
LEGEND = (
    "time: seconds a processor spends in the plugin alone, from flake8's tree to the findings; median.\n"
    f"4n / n: time(4n) over time(n); {TARGET:g} at most is the target, unless the plugin gives up: has no findings."
)


def measured(curve: Curve, rounds: int) -> Growth:
    """Measure a curve so many times, all its sizes in each round; the round before the first only warms up."""
    sizes = [curve.smallest * each for each in MULTIPLES]
    every = [[taken_by(curve.program(size)) for size in sizes] for _ in range(rounds + 1)]
    return Growth(curve, tuple(middle(of_a_size) for of_a_size in zip(*every[1:])))


def middle(several: Sequence[Taken]) -> Taken:
    """What one program took several times, as one."""
    return Taken(median(each.seconds for each in several), several[0].findings)


def taken_by(files: Files) -> Taken:
    """What the plugin takes for the first of these files, in a folder that it has never seen."""
    with TemporaryDirectory() as folder:
        write(files, Path(folder))
        return taken_in_plugin(Path(folder, next(iter(files))))


def write(files: Files, folder: Path) -> None:
    """Put a program below a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def taken_in_plugin(path: Path, options: Namespace | None = None) -> Taken:
    """What it takes, in user and system mode, from the tree of a file to its findings."""
    # Loaded late: who measures the memory of other processes stays small, see `runner.Cost`.
    from flake8_session_isolation.plugin import Plugin
    text = path.read_text(encoding="utf-8")
    given = options or options_by_default()
    checked = Plugin(ast.parse(text), str(path), text.splitlines(keepends=True), given)
    started = time.process_time()
    findings = sum(1 for _ in checked.run())
    return Taken(time.process_time() - started, findings)


def options_by_default() -> Namespace:
    """What flake8 gives to plugins where the user set nothing."""
    from flake8.options.parse_args import parse_args
    return parse_args(["--isolated"])[1]
