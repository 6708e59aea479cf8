"""The words in which libraries are described, and `Facts`: all rows of use to one file, with look-ups.

A row is knowledge about a dotted name that the engine cannot see in the linted text: what a method does to its
receiver, which class is a lock, which call starts a thread.  Rows are written by hand, a file per library; they carry
no logic.  A user's option becomes such a row.  `*` in a name is any text, a dot in front an object of unknown class.
"""

from __future__ import annotations

import importlib
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from functools import cache, cached_property, lru_cache
from typing import Any, TypeVar

from flake8_session_isolation.facts._kinds import Action, How, Lifetime, Serve, Served, Stops
from flake8_session_isolation.facts._rows import (
    Around,
    AsksTerminal,
    Begins,
    BeginsServing,
    BindsTo,
    Cache,
    Carrier,
    Clients,
    Clock,
    Container,
    Conversation,
    Converts,
    CopiesDefaults,
    Counts,
    Field,
    Gives,
    GivesEach,
    Handler,
    HandlerBase,
    HandlerForm,
    Injects,
    Keeps,
    Lock,
    Logger,
    Logs,
    Method,
    OnceKeyword,
    OnceMethod,
    OneUser,
    OwnEvent,
    Passes,
    Plain,
    Private,
    ProcessWide,
    Provides,
    Puts,
    Receives,
    Registers,
    Replaces,
    Reruns,
    Row,
    Runs,
    RunsOnce,
    Sends,
    SessionProxy,
    Setter,
    SharedOnPurpose,
    SideBySide,
    Starts,
    TestOnly,
    Unique,
    UsuallyOnce,
    Wrapper,
)
from flake8_session_isolation.facts._rows_of_applications import (
    Application,
    Fills,
    Hands,
    RouteTable,
    SharedStorage,
    WebApplication,
    Yielded,
)

__all__ = [
    "MARK",
    "Action",
    "Application",
    "Around",
    "AsksTerminal",
    "Begins",
    "BeginsServing",
    "BindsTo",
    "Cache",
    "Carrier",
    "Clients",
    "Clock",
    "Container",
    "Conversation",
    "Converts",
    "CopiesDefaults",
    "Counts",
    "Facts",
    "Field",
    "Fills",
    "Gives",
    "GivesEach",
    "Handler",
    "HandlerBase",
    "HandlerForm",
    "Hands",
    "How",
    "Injects",
    "Keeps",
    "Lifetime",
    "Lock",
    "Logger",
    "Logs",
    "Method",
    "OnceKeyword",
    "OnceMethod",
    "OneUser",
    "OwnEvent",
    "Passes",
    "Plain",
    "Private",
    "ProcessWide",
    "Provides",
    "Puts",
    "Receives",
    "Registers",
    "Replaces",
    "Reruns",
    "RouteTable",
    "Row",
    "Runs",
    "RunsOnce",
    "Sends",
    "Serve",
    "Served",
    "SessionProxy",
    "Setter",
    "SharedOnPurpose",
    "SharedStorage",
    "SideBySide",
    "Starts",
    "Stops",
    "TestOnly",
    "Unique",
    "UsuallyOnce",
    "WebApplication",
    "Wrapper",
    "Yielded",
    "describes",
    "generated_by",
    "rows_for",
]

AnyRow = TypeVar("AnyRow", bound=Row)

_UNKNOWN: Any = object()
"""What no answer is."""

MARK = "§"
"""In a dotted name of the project: parts the name of the module from what tells it apart from others of that name."""


class Facts:
    """Rows by kind and name, built once per analysed file and never changed."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """Index `rows`; where two rows of a kind share a name, the later one holds."""
        exact: dict[tuple[type[Row], str], Row] = {}
        patterns: dict[type[Row], list[Row]] = defaultdict(list)
        kinds: dict[type[Row], list[Row]] = defaultdict(list)
        for row in rows:
            kinds[type(row)].append(row)
            if "*" in row.name:
                patterns[type(row)].append(row)
            else:
                exact[type(row), row.name] = row
        self._exact = exact
        self._classes = {(kind, *at): row for (kind, name), row in exact.items() if (at := _class_in(name)) is not None}
        self._patterns = dict(patterns)
        self._kinds = {*patterns, *(kind for kind, _ in exact)}
        self._rows = kinds
        self._answers: dict[tuple[type[Row], str], Any] = {}
        self._last_names: dict[type[Row], frozenset[str]] = {}

    @cached_property
    def setters(self) -> frozenset[str]:
        """The last names of calls that write process-wide places, and of those that write by name."""
        return self.last_names(Setter) | {"setattr", "delattr", "globals"}

    @cached_property
    def caches(self) -> frozenset[str]:
        """The last names of decorators that keep results."""
        return self.last_names(Cache)

    @cached_property
    def answering(self) -> frozenset[str]:
        """The names of attributes that answer from a conversation."""
        return frozenset(name for row in self.every(Conversation) for name in row.answers)

    @cached_property
    def storage(self) -> frozenset[str]:
        """The last names of attributes that hold what an application shares."""
        return self.last_names(SharedStorage) | self.last_names(Application)

    @cached_property
    def ways_to_storage(self) -> tuple[frozenset[str], ...]:
        """The names on each way from a request to what an application shares: `app` and `state`."""
        ways = (row.name for row in self._rows.get(SharedStorage, ()) if row.name.startswith("."))
        return tuple({frozenset(way[1:].split(".")) for way in ways})

    def last_names(self, kind: type[Row]) -> frozenset[str]:
        """The last names of what rows of one kind are about."""
        if kind not in self._last_names:
            self._last_names[kind] = frozenset(row.name.rpartition(".")[2] for row in self._rows.get(kind, ()))
        return self._last_names[kind]

    @cached_property
    def registrars(self) -> frozenset[str]:
        """The last names of calls that take handlers."""
        return self.last_names(Registers)

    @cached_property
    def privates(self) -> frozenset[str]:
        """The classes whose instances show each task or thread a value of its own."""
        return frozenset(name for kind, name in self._exact if kind is Private)

    @cached_property
    def starts(self) -> dict[str, str]:
        """The names of methods that an instance runs in a thread or process, by those that start it."""
        return {row.runs: row.method for row in self.every(Starts)}

    @cached_property
    def set_places(self) -> frozenset[str]:
        """The process-wide places that calls write."""
        return frozenset(row.place for row in self._exact.values() if isinstance(row, Setter))

    def knows(self, kind: type[Row]) -> bool:
        """Whether there is any row of this kind."""
        return kind in self._kinds

    def row(self, kind: type[AnyRow], name: str | None) -> AnyRow | None:
        """The row of this kind about `name`, if there is one; None asks about nothing and gets nothing."""
        if name is None:
            return None
        found = self._answers.get((kind, name), _UNKNOWN)
        if found is _UNKNOWN:
            found = self._answers[kind, name] = self._look_up(kind, name)
        row: AnyRow | None = found
        return row

    def _look_up(self, kind: type[Row], name: str) -> Row | None:
        if MARK in name:
            return next((row for each in _as_written(name) if (row := self._look_up(kind, each)) is not None), None)
        row = self._exact.get((kind, name))
        if row is None and (at := _class_in(name)) is not None:
            row = self._classes.get((kind, *at))
        if row is None:
            row = next((each for each in self._patterns.get(kind, ()) if fnmatchcase(name, each.name)), None)
        return row

    def row_of_class(self, kind: type[AnyRow], name: str) -> AnyRow | None:
        """The row of this kind about a library's class, whether or not the file itself imports the library."""
        return self.row(kind, name) or _of_library(name.partition(".")[0]).row(kind, name)

    def first(self, kind: type[AnyRow], names: Iterable[str | None]) -> AnyRow | None:
        """The row about the first of `names` that has one."""
        return next((row for each in names if (row := self.row(kind, each)) is not None), None)

    def every(self, kind: type[AnyRow]) -> list[AnyRow]:
        """All rows of this kind."""
        return [row for row in self._rows.get(kind, ()) if isinstance(row, kind)]

    def row_by_last_name(self, kind: type[AnyRow], last: str) -> AnyRow | None:
        """The row about any class's attribute `last`, where the class is not known but its library is in use."""
        return next((row for row in self.every(kind) if row.name.rpartition(".")[2] == last), None)


def _as_written(name: str) -> tuple[str, str]:
    """How a user may write the name of something in a module of the project: within it, and from outside."""
    module, _, rest = name.partition(MARK)
    local = rest.partition(".")[2]
    return local, f"{module}.{local}"


@lru_cache(maxsize=10_000)
def _class_in(name: str) -> tuple[str, str] | None:
    """The library and what a dotted name says from its class on: libraries offer a class under several modules."""
    parts = name.split(".")
    at = next((at for at, part in enumerate(parts) if part.lstrip("_")[:1].isupper()), 0)
    return (parts[0], ".".join(parts[at:])) if at else None


def rows_for(libraries: Iterable[str], imported: Iterable[str] = ()) -> Iterator[Row]:
    """The rows of Python itself and of those libraries, by the first names of their imports, that have a file here; of
    the dotted names that are `imported`, some are of modules that a library's tool generates."""
    generated = {each for name in imported if (each := generated_by(name)) is not None}
    for name in (*_OF_PYTHON, *sorted(_FILES & {*libraries, *generated})):
        yield from importlib.import_module(f"{__name__}.{name}").ROWS


def generated_by(name: str) -> str | None:
    """The library whose tool writes the module that a dotted name leads to."""
    return next((library for ending, library in _GENERATED if ending in name), None)


@cache
def _of_library(library: str) -> Facts:
    """The facts about one library alone; none where it has no file here."""
    return Facts(importlib.import_module(f"{__name__}.{library}").ROWS if library in _FILES else ())


def has_file(library: str) -> bool:
    """Whether there are facts about a library, called by its first name."""
    return library in _FILES


@lru_cache(maxsize=10_000)
def describes(name: str) -> bool:
    """Whether a library's file has a row about the thing of this dotted name, or about a part of it."""
    library = name.partition(".")[0]
    rows = importlib.import_module(f"{__name__}.{library}").ROWS if library in _FILES else ()
    return any(f"{row.name}.".startswith(f"{name}.") for row in rows)


_OF_PYTHON = ("python", "_concurrency")
_FILES = frozenset(
    name[:-3] for name in os.listdir(__path__[0]) if name.endswith(".py") and name[0] != "_"
) - {"python"}  # fmt: skip
_GENERATED = (("_pb2_grpc", "grpc"),)
"""How the names of generated modules end, and whose they are."""
