"""The table of libraries: one line for each file of facts, made from its rows."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator

from flake8_session_isolation import facts
from flake8_session_isolation.facts import (
    AsksTerminal,
    BeginsServing,
    Cache,
    Container,
    Conversation,
    Handler,
    HandlerBase,
    How,
    Keeps,
    Lifetime,
    Lock,
    OnceMethod,
    Receives,
    Registers,
    Row,
    Runs,
    RunsOnce,
    Sends,
    SessionProxy,
    Setter,
    SharedStorage,
    Unique,
    UsuallyOnce,
    WebApplication,
)

HEAD = ("import", "handlers are recognised by", "async def", "def", "also known")
NONE = "-"

LEGEND = """\
The libraries that flake8-session-isolation knows. None of them needs to be installed where you lint.
`async def` and `def` say how a handler of that kind runs: in `tasks` of one event loop, in `threads`, `serial` (one at
a time) or `beside` (in the background, once). A dash: the library takes no such function, or runs it for one session
alone."""

_BY: dict[type[Row], str] = {Handler: "decorators", Registers: "calls", HandlerBase: "base classes"}

_KNOWN: dict[type[Row], str] = {
    RunsOnce: "functions that run once",
    UsuallyOnce: "functions that run once",
    OnceMethod: "functions that run once",
    BeginsServing: "functions that run once",
    AsksTerminal: "functions that run once",
    SessionProxy: "per-session storage",
    SharedStorage: "shared storage",
    Setter: "process-wide setters",
    Container: "objects that hold a session",
    Conversation: "conversations and clients that remember",
    Cache: "caches",
    Keeps: "singletons",
    Lock: "locks",
    Sends: "connections that answer in turn",
    Receives: "connections that answer in turn",
    Unique: "what each call makes anew",
    WebApplication: "applications",
}


def libraries() -> str:
    """The whole page: the legend, then the table in columns."""
    rows = [HEAD, *map(_row, names())]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join((LEGEND, "", *map(str.rstrip, lines)))


def names() -> list[str]:
    """The modules of facts about libraries, sorted; the facts about Python itself are not about a library."""
    found = (each.name for each in pkgutil.iter_modules(facts.__path__))
    return sorted(each for each in found if not each.startswith("_") and each != "python")


def _row(library: str) -> tuple[str, ...]:
    """One library: how its handlers are recognised, how they run, and what else is known."""
    rows: tuple[Row, ...] = importlib.import_module(f"{facts.__name__}.{library}").ROWS
    by = _joined(_BY.get(type(row), "") for row in rows)
    known = _joined(each for row in rows for each in _known_by(row))
    return library, by, _run(rows, "coroutine"), _run(rows, "plain"), known


def _run(rows: tuple[Row, ...], function: str) -> str:
    """How handlers run that are coroutine functions, or plain ones."""
    served = (getattr(row, "served", None) for row in rows)
    ways = (getattr(each, function) for each in served if each is not None)
    return _joined(each.name.lower() for each in ways if each is not None)


def _known_by(row: Row) -> Iterator[str]:
    """What a row says, other than which functions are handlers."""
    yield _KNOWN.get(type(row), "")
    if isinstance(row, Runs) and row.how is How.ONCE:
        yield _KNOWN[RunsOnce]
    if isinstance(row, HandlerBase) and row.lifetime is Lifetime.SINGLETON:
        yield "singletons"


def _joined(words: Iterable[str]) -> str:
    """The words, each once, or a dash."""
    return ", ".join(dict.fromkeys(each for each in words if each)) or NONE
