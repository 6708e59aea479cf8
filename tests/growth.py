"""How the plugin's own time grows with a program: programs of any size, and what they take.

The texts below are parts of programs. `_here` in a name stands for the number of the part, `_next` for the one
behind it. Each has work for the plugin: state that all sessions share, read and written under a lock and
without one, by coroutines and through what these call.
"""

from __future__ import annotations

import ast
import time
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
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
    if message:
        return await step_next(user, message)
    return await step_next(user, "nothing")
'''

LAST_STEP = '''

async def step_here(user, message):
    history.append(message)
    return await complete(history)
'''

CALLER = '''

async def call_here(user, message):
    history.append(message)
    note_here(user, message)
    return await Agent_here(user).send(message)
'''

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
    Curve("imported modules", modules, 50),
)
MULTIPLES = (1, 2, 4)
TARGET = 5.0
"""What takes time in proportion to its size takes 4 times as long at 4n; with a margin for noise, 5."""


class Growth(NamedTuple):
    """Medians of the seconds that a curve took at each of the multiples of its smallest size."""

    curve: Curve
    seconds: tuple[float, ...]

    @property
    def quotient(self) -> float:
        """Time at the largest size over time at the smallest."""
        return self.seconds[-1] / self.seconds[0]

    def __str__(self) -> str:
        """One line, as below `HEADING`."""
        sizes = ", ".join(str(self.curve.smallest * each) for each in MULTIPLES)
        verdict = "" if self.quotient <= TARGET else f"  above {TARGET:g}"
        times = "".join(f"{each:>10.3f}" for each in self.seconds)
        return f"{self.curve.name:<26}{sizes:<18}{times}{self.quotient:>10.2f}{verdict}"


HEADING = (
    f"{'growth of':<26}{'n, 2n, 4n':<18}{'time(n)':>10}{'time(2n)':>10}{'time(4n)':>10}{'4n / n':>10}"
)
LEGEND = (
    "time: seconds that a processor spends on the plugin alone, from flake8's tree to the findings; medians.\n"
    f"4n / n: time(4n) / time(n), which should be {TARGET:g} at most."
)


def growth(curve: Curve, rounds: int) -> Growth:
    """Measure a curve so many times, all its sizes in each round; the first round only warms up."""
    sizes = [curve.smallest * each for each in MULTIPLES]
    taken = [[seconds_for(curve.program(size)) for size in sizes] for _ in range(rounds + 1)]
    return Growth(curve, tuple(median(times) for times in zip(*taken[1:])))


def seconds_for(files: Files) -> float:
    """What the plugin takes for the first of these files, in a folder that it has never seen."""
    with TemporaryDirectory() as folder:
        written = list(write(files, Path(folder)))
        return seconds_in_plugin(written[0])


def write(files: Files, folder: Path) -> Iterator[Path]:
    """Write a program below a folder, and give the path of each file."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        yield path


def seconds_in_plugin(path: Path) -> float:
    """Seconds of processor time, in user and system mode, from the tree of a file to its findings."""
    # Only here: whoever imports us to measure flake8's memory stays small.
    from flake8_session_isolation.plugin import Plugin
    text = path.read_text(encoding="utf-8")
    tree, options = ast.parse(text), options_by_default()
    started = time.process_time()
    found = list(Plugin(tree, str(path), text.splitlines(keepends=True), options).run())
    seconds = time.process_time() - started
    assert found, "a generated program has findings"
    return seconds


def options_by_default() -> Namespace:
    """The options that flake8 gives its plugins where the user set nothing."""
    from flake8.options.parse_args import parse_args
    return parse_args(["--isolated"])[1]
