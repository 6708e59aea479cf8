"""The one way in which commands of ours run flake8 over folders: what it prints and what it costs.

It runs as `tests.launcher`, in the folder of this repository, so that the plugin is the text that stands here.
Names of files among the arguments should be absolute.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, NamedTuple

ROOT = Path(__file__).parents[1]
PLUGIN = "flake8-session-isolation"
LAUNCHER = (sys.executable, "-W", "ignore", "-m", "tests.launcher")
"""Warnings are off because Python utters some about the files that are read: what is left tells of a failure."""

NOTHING_FOUND, SOMETHING_FOUND = 0, 1
CRITICAL = "There was a critical error"
UNIT_OF_PEAK = 1 if sys.platform == "darwin" else 1024
"""Bytes in what the system counts as 1 (`ru_maxrss`)."""


class Flake8Failed(RuntimeError):
    """flake8 did not come to its end; the text is what it said."""


class Cost(NamedTuple):
    """What one run of flake8 took, its start included.

    cpu: seconds that processors spent on it, in user and system mode, by flake8 and all its workers.
    wall: seconds from start to end.
    peak: megabytes (2**20 bytes) that the largest of these processes held in memory at a time. The system
    never gives less than our own process holds at the start, so commands that ask for it should be small.
    """

    cpu: float
    wall: float
    peak: float


class Run(NamedTuple):
    """One run of flake8: its cost, and the lines that it printed."""

    cost: Cost
    lines: tuple[str, ...]


def run(arguments: Sequence[str], *, plugin: bool = True, stdin: Path | None = None) -> Run:
    """Run flake8 with or without the plugin, a file as its standard input; raises Flake8Failed."""
    with TemporaryFile() as printed, TemporaryFile() as complaints, open(stdin or os.devnull, "rb") as text:
        started = time.perf_counter()
        process = subprocess.Popen(
            [*LAUNCHER, *arguments], cwd=ROOT, env=environment(plugin),
            stdin=text, stdout=printed, stderr=complaints,
        )
        # Unlike the sum over all our children, this tells the costs of one of them, and of those it waited for.
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        lines = judged(process.returncode, text_of(printed), text_of(complaints))
    cpu = usage.ru_utime + usage.ru_stime
    return Run(Cost(cpu, wall, usage.ru_maxrss * UNIT_OF_PEAK / 2**20), lines)


def environment(plugin: bool) -> dict[str, str]:
    """Ours, with the one difference between a run with the plugin and one without it.

    Compiled modules are kept, as a user's are: else each run would compile the plugin anew.
    """
    return {**os.environ, "FLAKE8_HIDES": "" if plugin else PLUGIN, "PYTHONDONTWRITEBYTECODE": ""}


def text_of(file: IO[bytes]) -> str:
    """All that was written to a file of another process."""
    file.seek(0)
    return file.read().decode("utf-8", "replace")


def judged(status: int, printed: str, complaints: str) -> tuple[str, ...]:
    """The lines that flake8 printed, if it came to its end; raises Flake8Failed."""
    if status not in (NOTHING_FOUND, SOMETHING_FOUND) or complaints or printed.startswith(CRITICAL):
        raise Flake8Failed(f"flake8 failed with status {status}: {(complaints or printed).strip()}")
    return tuple(printed.splitlines())


def ensure_sides_differ() -> None:
    """Raise Flake8Failed unless flake8 has the plugin on the one side and not on the other."""
    for plugin in (True, False):
        version = " ".join(run(["--version"], plugin=plugin).lines)
        if (PLUGIN in version) is not plugin:
            raise Flake8Failed(f"{PLUGIN} should be {'there' if plugin else 'hidden'}, but flake8 has: {version}")
