"""The one way in which commands of ours run flake8 over folders: what it prints and what it costs.

It runs as `tests.launcher`, in the folder of this repository, so that the plugin is the text that is here.
Names of files among the arguments should be absolute. pylint, which is no plugin, is run in the same way.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, NamedTuple

ROOT = Path(__file__).parents[1]
PLUGIN = "flake8-session-isolation"
PEER_PLUGINS = ("flake8-bugbear", "flake8-async")
"""Other plugins of flake8; where they are installed, a run has one of them, or ours, or none."""

PYLINT = "pylint"
PEERS = (*PEER_PLUGINS, PYLINT)

PYTHON = (sys.executable, "-W", "ignore", "-m")
"""Warnings are off because Python utters some about the files that are read: what is left tells of a failure."""

NOTHING_FOUND, SOMETHING_FOUND = 0, 1
NOT_UNDERSTOOD = 32
"""What pylint ends with where its command is wrong; any sum of smaller ones says of what kind its messages are."""

CRITICAL = "There was a critical error"
UNIT_OF_PEAK = 1 if sys.platform == "darwin" else 1024
"""Bytes in what the system counts as 1 (`ru_maxrss`)."""


class Flake8Failed(RuntimeError):
    """flake8, or pylint, did not come to its end; the text is what it said."""


class Cost(NamedTuple):
    """What one run took, its start included.

    cpu: seconds that processors spent on it, in user and system mode, by the command and all its workers.
    wall: seconds from start to end.
    peak: megabytes (2**20 bytes) that the largest of these processes held in memory at a time. The system
    never gives less than our own process holds at the start, so commands that ask for it should be small.
    """

    cpu: float
    wall: float
    peak: float


class Run(NamedTuple):
    """One run: its cost, and the lines that it printed."""

    cost: Cost
    lines: tuple[str, ...]


Judge = Callable[[int, str, str], tuple[str, ...]]
"""Takes exit status, output and complaints; gives the lines of the output, or raises Flake8Failed."""


def run(arguments: Sequence[str], *, plugin: str | None = PLUGIN, stdin: Path | None = None) -> Run:
    """Run flake8 with ours or another plugin, or without; a file as its standard input; raises Flake8Failed."""
    return run_command((*PYTHON, "tests.launcher", *arguments), environment(plugin), stdin, judged)


def run_pylint(arguments: Sequence[str], stdin: Path | None = None) -> Run:
    """Run pylint as it is by default, a file as its standard input; raises Flake8Failed."""
    by_default = ("--rcfile", os.devnull, "--persistent", "n")
    return run_command((*PYTHON, PYLINT, *by_default, *arguments), environment(None), stdin, judged_pylint)


def run_command(command: Sequence[str], env: dict[str, str], stdin: Path | None, judge: Judge) -> Run:
    """Run a command to its end, and no other one meanwhile."""
    with TemporaryFile() as printed, TemporaryFile() as complaints, open(stdin or os.devnull, "rb") as text:
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, env=env, stdin=text, stdout=printed, stderr=complaints)
        # Unlike the sum over all our children, this tells the costs of one of them, and of those it waited for.
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        lines = judge(process.returncode, text_of(printed), text_of(complaints))
    cpu = usage.ru_utime + usage.ru_stime
    return Run(Cost(cpu, wall, usage.ru_maxrss * UNIT_OF_PEAK / 2**20), lines)


def is_installed(name: str) -> bool:
    """Whether there is a distribution of this name."""
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


def environment(plugin: str | None) -> dict[str, str]:
    """Ours, with the one difference between a run with a plugin and one without it.

    Compiled modules are kept, as a user's are: else each run would compile the plugin again.
    """
    hidden = " ".join(each for each in (PLUGIN, *PEER_PLUGINS) if each != plugin)
    return {**os.environ, "FLAKE8_HIDES": hidden, "PYTHONDONTWRITEBYTECODE": ""}


def text_of(file: IO[bytes]) -> str:
    """All that was written to a file of another process."""
    file.seek(0)
    return file.read().decode("utf-8", "replace")


def judged(status: int, printed: str, complaints: str) -> tuple[str, ...]:
    """The lines that flake8 printed, if it came to its end; raises Flake8Failed."""
    if status not in (NOTHING_FOUND, SOMETHING_FOUND) or complaints or printed.startswith(CRITICAL):
        raise Flake8Failed(f"flake8 failed with status {status}: {(complaints or printed).strip()}")
    return tuple(printed.splitlines())


def judged_pylint(status: int, printed: str, complaints: str) -> tuple[str, ...]:
    """The lines that pylint printed, if it came to its end; raises Flake8Failed."""
    if not 0 <= status < NOT_UNDERSTOOD:
        raise Flake8Failed(f"pylint failed with status {status}: {(complaints or printed).strip()}")
    return tuple(printed.splitlines())


def ensure_sides_differ() -> None:
    """Raise Flake8Failed unless flake8 has the plugin on the one side and not on the other."""
    for shown in (PLUGIN, None):
        lines = run(["--version"], plugin=shown).lines
        # Where the line is long, it is broken behind a hyphen.
        if (PLUGIN in "".join(lines)) is (shown is None):
            wanted = "there" if shown else "hidden"
            raise Flake8Failed(f"{PLUGIN} should be {wanted}, but flake8 has: {' '.join(lines)}")
