"""The one way in which tests replay a program: a fresh module for each run, one of its functions as the handler."""

from __future__ import annotations

import functools
import sys
import textwrap
from collections.abc import Callable, Sequence
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, NamedTuple

from flake8_session_isolation.replay import Bounds, Checked, NotIsolated, Witness, check_isolation
from flake8_session_isolation.replay.outcomes import LEAK, VERDICTS
from tests.check import (
    CaseFunction, among_companions, case_files, case_functions, companions, name_of, read, subject_of,
)
from tests.messages import messages_for

NAME = "case"
"""What the module of a program is called while it runs."""

BOUNDS = Bounds(schedules=60, sample=20)
"""How many orders of turns are tried for a case, the shortest first, and how many more by lot."""


class Replayed(NamedTuple):
    """A case function and the file that it is in."""

    path: Path
    function: CaseFunction

    def __str__(self) -> str:
        return f"{name_of(self.path)}:{self.function.name}"

    @property
    def folder(self) -> str:
        """The rule that it is about, or `seed`, `silence` or `frameworks`."""
        return subject_of(self.path)

    @property
    def is_executed(self) -> bool:
        """Whether no remark says that it is only read."""
        return "not executed" not in self.function.remarks

    @property
    def excused(self) -> tuple[str, ...]:
        """The verdicts that do not count: a leak where it is meant, all others where a race is benign."""
        remarks = self.function.remarks
        others = tuple(each for each in VERDICTS if each != LEAK)
        return (LEAK,) * ("shared on purpose" in remarks) + others * ("benign race" in remarks)

    def _how(self, handler: Callable[..., Any]) -> dict[str, Any]:
        """How its library calls it: with what, in threads or not, and whether before another call has ended."""
        return {
            "arguments": messages_for(handler) if self.folder == "frameworks" else None,
            "threads": False if self.function.remarks.keys() & {"on the loop", "one at a time"} else None,
            "bounds": Bounds(schedules=0, sample=0) if "one at a time" in self.function.remarks else BOUNDS,
        }

    def witness(self, verdicts: Sequence[str]) -> Witness | None:
        """The first schedule under which sessions meet in one of those ways."""
        handler = maker(self.path, self.function.name)
        try:
            modules = [NAME, *companions(self.path)]
            check_isolation(factory=handler, modules=modules, verdicts=verdicts, **self._how(handler()))
        except NotIsolated as met:
            return met.witness
        return None


def replayed_cases() -> list[Replayed]:
    """All case functions, in the order of files and lines."""
    return [Replayed(path, function) for path in case_files() for function in case_functions(read(path))]


def maker(path: Path, name: str) -> Callable[[], Callable[..., Any]]:
    """What makes the module of a file again, and gives the function of that name in it."""
    def handler() -> Callable[..., Any]:
        module = ModuleType(NAME)
        module.__file__ = str(path)
        sys.modules[NAME] = module
        with among_companions(path):
            exec(code_of(path), vars(module))
        made: Callable[..., Any] = getattr(module, name)
        return made
    return handler


@functools.cache
def code_of(path: Path) -> CodeType:
    """A program, compiled once."""
    return compile(read(path), str(path), "exec")


def check_program(folder: Path, text: str, **how: Any) -> Checked:
    """Replay the function `handle` of a program, which is written into the folder; `how` as in check_isolation."""
    path = folder / f"program{len(list(folder.iterdir()))}.py"
    path.write_text(textwrap.dedent(text), encoding="utf-8")
    return check_isolation(factory=maker(path, "handle"), modules=[NAME], **how)


def witness_in(folder: Path, text: str, **how: Any) -> Witness:
    """The first schedule under which sessions of the program meet; fails if they do not."""
    try:
        checked = check_program(folder, text, **how)
    except NotIsolated as met:
        return met.witness
    raise AssertionError(f"sessions stay apart: {checked}")
