"""The README's table of libraries: a line for each file of facts, from its rows."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from flake8_session_isolation import facts
from flake8_session_isolation.facts import (
    BeginsServing,
    Container,
    Handler,
    HandlerBase,
    How,
    Lifetime,
    OnceMethod,
    Registers,
    Row,
    Runs,
    RunsOnce,
    SessionProxy,
    Setter,
    SharedStorage,
    UsuallyOnce,
)

LIBRARY_TABLE = "| import | its handlers are known by | `async def` | `def` | and these are known |"

BY: dict[type[Row], str] = {Handler: "decorators", Registers: "calls", HandlerBase: "base classes"}

KNOWN: dict[type[Row], str] = {
    RunsOnce: "what runs once",
    UsuallyOnce: "what runs once",
    OnceMethod: "what runs once",
    BeginsServing: "what runs once",
    SessionProxy: "a session's own",
    SharedStorage: "shared storage",
    Setter: "process-wide setters",
    Container: "what holds a session",
}


def files_of_facts() -> list[Path]:
    """The files of all libraries, by their names; that of Python itself is none."""
    return [path for path in sorted(Path(facts.__file__).parent.glob("[!_]*.py")) if path.stem != "python"]


def library_rows() -> list[str]:
    """A line of the table for each library."""
    return [library_row(path.stem, importlib.import_module(f"{facts.__name__}.{path.stem}").ROWS)
            for path in files_of_facts()]


def library_row(library: str, rows: tuple[Row, ...]) -> str:
    """What the rows of a library tell: by what a handler is known, how it runs, what else is known."""
    by = told(BY.get(type(row), "") for row in rows)
    known = told(each for row in rows for each in known_by(row))
    return f"| `{library}` | {by} | {run(rows, 'coroutine')} | {run(rows, 'plain')} | {known} |"


def run(rows: tuple[Row, ...], function: str) -> str:
    """How handlers run that are coroutine functions, or plain ones."""
    served = (getattr(row, "served", None) for row in rows)
    ways = (getattr(each, function) for each in served if each is not None)
    return told(each.name.lower() for each in ways if each is not None)


def known_by(row: Row) -> Iterator[str]:
    """What a row lets be known, besides handlers."""
    yield KNOWN.get(type(row), "")
    if isinstance(row, Runs) and row.how is How.ONCE:
        yield KNOWN[RunsOnce]
    if isinstance(row, HandlerBase) and row.lifetime is Lifetime.SINGLETON:
        yield "singletons"


def told(words: Iterable[str]) -> str:
    """The words, each once, or a dash."""
    return ", ".join(dict.fromkeys(each for each in words if each)) or "–"
