"""The rules, discovered in this folder, in the order of their codes.

A rule is a module of this package with `CODE`, `NAME`, `MESSAGE` and `find(meetings)`; its docstring is its page.
What rules share is in packages in it: `judgements`, `benign` and `explanation`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Collection, Iterator
from typing import Protocol, cast

from flake8_session_isolation.finding import Finding
from flake8_session_isolation.interference.accesses import Meeting


class Rule(Protocol):
    """The interface of a rule module."""

    CODE: str
    NAME: str
    MESSAGE: str
    __doc__: str | None

    def find(self, meetings: list[Meeting]) -> Iterator[Finding]:
        """The findings at these meetings; columns in bytes, as `ast` counts them."""


def _load() -> tuple[Rule, ...]:
    names = [each.name for each in pkgutil.iter_modules(__path__) if not each.ispkg]
    modules = [cast(Rule, importlib.import_module(f"{__name__}.{name}")) for name in names]
    return tuple(sorted(modules, key=lambda rule: rule.CODE))


def rules_on(codes: Collection[str]) -> Iterator[Rule]:
    """The rules that are on: all that are on by default, and those whose optional code is in `codes`."""
    return (rule for rule in RULES if rule.CODE.startswith("SIS0") or rule.CODE in codes)


RULES: tuple[Rule, ...] = _load()
