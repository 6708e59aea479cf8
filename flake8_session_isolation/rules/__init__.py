"""The rules, found by being in this folder, in order of their codes.

A rule is a module with `CODE`, `NAME`, `MESSAGE` and `find(meetings)`; its docstring is its page.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Collection, Iterator
from typing import Protocol, cast

from flake8_session_isolation.finding import Finding
from flake8_session_isolation.interference.accesses import Meeting


class Rule(Protocol):
    """What this package's modules offer."""

    CODE: str
    NAME: str
    MESSAGE: str
    __doc__: str | None

    def find(self, meetings: list[Meeting]) -> Iterator[Finding]:
        """What is wrong at these meetings; columns as `ast` counts them."""


def _load() -> tuple[Rule, ...]:
    names = [each.name for each in pkgutil.iter_modules(__path__) if not each.ispkg]
    modules = [cast(Rule, importlib.import_module(f"{__name__}.{name}")) for name in names]
    return tuple(sorted(modules, key=lambda rule: rule.CODE))


def rules_on(codes: Collection[str]) -> Iterator[Rule]:
    """Claims are always on; their if-shared relatives where `codes` has them.  What is off is not computed."""
    return (rule for rule in RULES if rule.CODE.startswith("SIS0") or rule.CODE in codes)


RULES: tuple[Rule, ...] = _load()
