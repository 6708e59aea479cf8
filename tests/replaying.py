"""The one way in which tests execute a case: a fresh module for each run, one of its functions as the handler."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, NamedTuple

from flake8_session_isolation.replay import NotIsolated, Witness, check_isolation
from flake8_session_isolation.replay.outcomes import LEAK, VERDICTS
from tests.check import CaseFunction, case_files, case_functions, name_of, read

NAME = "case"
"""What the module of a case is called while it runs."""

SCHEDULES = 60
SAMPLE = 20
"""How many orders of turns are tried for a case, the shortest first, and how many more by lot."""


class Replayed(NamedTuple):
    """A case function and the file that it stands in."""

    path: Path
    function: CaseFunction

    def __str__(self) -> str:
        return f"{name_of(self.path)}:{self.function.name}"

    @property
    def is_executed(self) -> bool:
        """Whether no remark says that it is only read."""
        return "not executed" not in self.function.remarks

    @property
    def counted(self) -> tuple[str, ...]:
        """The verdicts that count: a leak does not where it is meant, and all else not where a race is benign."""
        remarks = self.function.remarks
        meant = {"shared on purpose": (LEAK,), "benign race": tuple(each for each in VERDICTS if each != LEAK)}
        return tuple(each for each in VERDICTS if not any(each in meant.get(remark, ()) for remark in remarks))

    def witness(self, verdicts: Sequence[str] = VERDICTS) -> Witness | None:
        """The first schedule under which sessions meet in one of those ways."""
        try:
            check_isolation(
                factory=self.handler, modules=(NAME,), verdicts=verdicts, schedules=SCHEDULES, sample=SAMPLE)
        except NotIsolated as met:
            return met.witness
        return None

    def handler(self) -> Callable[..., Any]:
        """The function of a module made anew."""
        module = ModuleType(NAME)
        module.__file__ = str(self.path)
        sys.modules[NAME] = module
        exec(code_of(self.path), vars(module))
        handler: Callable[..., Any] = getattr(module, self.function.name)
        return handler


@functools.cache
def code_of(path: Path) -> CodeType:
    """A case, compiled once."""
    return compile(read(path), str(path), "exec")


def replayed_cases() -> list[Replayed]:
    """All case functions, in the order of files and lines."""
    return [Replayed(path, function) for path in case_files() for function in case_functions(read(path))]
