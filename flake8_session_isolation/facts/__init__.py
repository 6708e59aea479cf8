"""The words in which libraries are described, and `Facts`: all rows of use to one file, with look-ups.

A row is knowledge about a dotted name that the engine cannot see in the linted text: what a method does to its
receiver, which class is a lock, which call starts a thread.  Rows are written by hand, a file per library; they carry
no logic.  A user's option becomes such a row.  `*` in a name is any text, a dot in front an object of unknown class.
"""

from __future__ import annotations

import enum
import importlib
import pkgutil
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from typing import NamedTuple, TypeVar


class Action(enum.Enum):
    """What an access does to a place."""

    READ = "reads"
    ITERATE = "iterates over"
    REPLACE = "sets"
    STORE = "stores into"
    GROW = "appends to"
    UPDATE = "updates"
    ADD = "adds to"
    DISCARD = "removes from"
    DELETE = "deletes from"
    TAKE = "takes from"
    CLEAR = "clears"
    CONVERSE = "talks to"
    HOLD = "holds"
    RECEIVE = "receives from"


class How(enum.Enum):
    """How a function handed to somebody is run."""

    CALL = "called"
    RUN = "run to its end on an event loop of its own"
    TASK = "started as a task"
    THREAD = "started in a thread"
    SERVE = "called for each connection"
    ONCE = "run once"
    PROCESS = "run in another process"
    REFERENCE = "handed over"


class Stops(enum.Enum):
    """Whom a lock that is taken makes wait."""

    TASKS = "other tasks of its event loop, and no thread"
    THREADS = "the whole thread that asks for it, with all its tasks"
    UNKNOWN = "somebody"


class Serve(enum.Enum):
    """How a library runs a function on behalf of sessions."""

    TASKS = "as tasks of one event loop"
    THREADS = "in threads"
    SERIAL = "one at a time"
    BESIDE = "in the background, once"


class Served(NamedTuple):
    """How a library runs coroutine functions and plain ones; None where it takes no such function, or for one session
    alone.  A plain function that runs on the loop itself has no pause: `TASKS` tells that, too."""

    coroutine: Serve | None = Serve.TASKS
    plain: Serve | None = Serve.THREADS


class Lifetime(enum.Enum):
    """How long an instance of a library's base class serves."""

    REQUEST = "one request"
    CONNECTION = "one connection"
    SESSION = "one session"
    MESSAGE = "one message, for whoever answers it"
    PROCESS = "one worker process"
    SINGLETON = "all sessions"


@dataclass(frozen=True, eq=False, repr=False)
class Row:
    """One fact about the thing of this dotted name."""

    name: str

    def __repr__(self) -> str:
        """The word with its name: `Lock(asyncio.Lock)`."""
        return f"{type(self).__name__}({self.name})"


@dataclass(frozen=True, eq=False, repr=False)
class Method:
    """A method that changes or reads its receiver; `key` and `value` are positions of its arguments."""

    name: str
    action: Action
    key: int | None = None
    value: int | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Container(Row):
    """A class whose instances hold what is put in them."""

    methods: tuple[Method, ...] = ()


@dataclass(frozen=True, eq=False, repr=False)
class Lock(Row):
    """A class, or one's attribute, that keeps others out between entering and leaving; leaving it does not pause.

    `count` is the position of the argument that says how many are let in at a time; `is_shared` lets in any number.
    """

    stops: Stops = Stops.UNKNOWN
    count: int | None = None
    is_shared: bool = False


@dataclass(frozen=True, eq=False, repr=False)
class Private(Row):
    """A class whose instances show each task, or `by_thread` each thread, a value of its own."""

    by_thread: bool = False


@dataclass(frozen=True, eq=False, repr=False)
class ProcessWide(Row):
    """A place that the whole process has once."""


@dataclass(frozen=True, eq=False, repr=False)
class Setter(Row):
    """A call, or context manager, that writes the process-wide `place`; `value` is the argument's position."""

    place: str
    value: int | None = 0


@dataclass(frozen=True, eq=False, repr=False)
class Runs(Row):
    """A call that runs the function at `position` (or given as `keyword`)."""

    how: How
    position: int | None = 0
    keyword: str | None = None


@dataclass(frozen=True, eq=False, repr=False)
class RunsOnce(Row):
    """A function, or the functions it decorates, that run once in the life of the process."""


@dataclass(frozen=True, eq=False, repr=False)
class OnceKeyword(Row):
    """A keyword argument by which any constructor takes functions that it runs once."""


@dataclass(frozen=True, eq=False, repr=False)
class Handler(Row):
    """A decorator whose functions serve sessions; `pkg.Class.name` is used on an instance of the class.  Plain ones run
    in threads where the decorator is given `threaded_by=True`."""

    served: Served = Served()
    threaded_by: str | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Registers(Row):
    """A call that takes a function, or a list of them, which serves sessions from then on, or, where it names neither
    position nor keyword, an attribute to which such a function is assigned.  `methods` are those that serve where an
    object or a class is given instead."""

    served: Served = Served()
    position: int | tuple[int, ...] | None = None
    keywords: tuple[str, ...] = ()
    methods: tuple[str, ...] = ("__call__",)

    @property
    def positions(self) -> tuple[int, ...]:
        """All positions at which functions may stand."""
        return (self.position,) if isinstance(self.position, int) else self.position or ()


@dataclass(frozen=True, eq=False, repr=False)
class HandlerBase(Row):
    """A base class whose `methods` serve sessions, all public ones if none is named; a name may end in `*`.

    What is served one at a time is served in threads where the module names one of `threaded_by`.  An instance serves
    all sessions, whatever its lifetime, where the class sets `kept_if_false` to False.
    """

    methods: tuple[str, ...] = ()
    served: Served = Served()
    lifetime: Lifetime | None = None
    threaded_by: tuple[str, ...] = ()
    kept_if_false: str | None = None


@dataclass(frozen=True, eq=False, repr=False)
class HandlerForm(Row):
    """A form by which a function is known to serve sessions, whoever takes it: its name, what it takes behind its
    receiver (`*` for anything more), and a parameter of its class's constructor.  `function` is `*` for any function
    at a module's top."""

    function: str = "*"
    parameters: tuple[str, ...] = ()
    made_with: str | None = None
    served: Served = Served()
    lifetime: Lifetime | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Reruns(Row):
    """A call that shows, at a module's top, that the module is run anew, in a thread, for each session: its variables
    are that session's own.  `pages` tells that functions which such calls stand in serve sessions elsewhere."""

    pages: bool = False


@dataclass(frozen=True, eq=False, repr=False)
class Starts(Row):
    """A base class by whose `method` an instance is told to run its own method `runs`: `thread.start()`."""

    how: How
    method: str = "start"
    runs: str = "run"


@dataclass(frozen=True, eq=False, repr=False)
class Clients(Row):
    """A call that begins to serve, for one client where its first argument, or `keyword`, is `alone` or left out."""

    keyword: str | None = None
    alone: str | None = None


@dataclass(frozen=True, eq=False, repr=False)
class SideBySide(Row):
    """A call, with anything but False, by which handlers that a library otherwise runs one at a time overlap."""


@dataclass(frozen=True, eq=False, repr=False)
class OnceMethod(Row):
    """A base class whose `methods` run once."""

    methods: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, repr=False)
class SessionProxy(Row):
    """A name that stands for the request or session being served: private, and session data."""


@dataclass(frozen=True, eq=False, repr=False)
class SharedStorage(Row):
    """An attribute that holds what the whole application shares: `fastapi.FastAPI.state`, `.app.state` of a request."""


@dataclass(frozen=True, eq=False, repr=False)
class Gives(Row):
    """A call that gives a tuple of instances of the classes named in `parts`."""

    parts: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, repr=False)
class Conversation(Row):
    """A class whose instances remember what is said to them, for whoever asks next.

    `methods` add to it or answer from it, `forgets` empty it; `parts` are attributes that are the conversation, too,
    and `handed_as` the arguments by which others get it to use it.  An argument named in `per_session`, or an item of
    that name in one, tells whose conversation is meant; a class that `insists` takes no call without.  Where arguments
    of the constructor are named in `given`, only an object made with one of them remembers, and none of `unless`.
    """

    methods: tuple[str, ...] = ()
    forgets: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    handed_as: tuple[str, ...] = ()
    per_session: tuple[str, ...] = ()
    insists: bool = False
    given: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, repr=False)
class Begins(Row):
    """A call that gives an instance of the class `type`; where arguments are named in `given`, only with one of
    them."""

    type: str = ""
    given: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, repr=False)
class TestOnly(Row):
    """A decorator or base class of code that only a test runner calls."""

    __test__ = False


@dataclass(frozen=True, eq=False, repr=False)
class Wrapper(Row):
    """A decorator that gives a function which is called as the decorated one is."""


@dataclass(frozen=True, eq=False, repr=False)
class Cache(Row):
    """A decorator that keeps results by the arguments; `awaits` those of coroutines, `gives_copies` of what it keeps,
    or keeps them `per_object`."""

    awaits: bool = False
    gives_copies: bool = False
    per_object: bool = False


@dataclass(frozen=True, eq=False, repr=False)
class CopiesDefaults(Row):
    """A base class, metaclass or decorator under which class attributes are not shared by the instances."""


@dataclass(frozen=True, eq=False, repr=False)
class Logs(Row):
    """A call that only shows its arguments to the operator."""


@dataclass(frozen=True, eq=False, repr=False)
class Logger(Row):
    """A class, or a call that gives its instance, whose methods only log."""


@dataclass(frozen=True, eq=False, repr=False)
class Plain(Row):
    """A call whose result holds nobody's data, whatever it is given: tasks, locks, clocks, identifiers."""


@dataclass(frozen=True, eq=False, repr=False)
class Unique(Row):
    """A call whose result tells this call from every other: a fresh identifier, the running task."""


@dataclass(frozen=True, eq=False, repr=False)
class Passes(Row):
    """A call that gives an argument's own parts: views, iterators, casts; `position` of the argument."""

    position: int = 0


@dataclass(frozen=True, eq=False, repr=False)
class Carrier(Row):
    """The name of a parameter by which everything can be reached: to hand it on makes nothing a session's data.  It
    brings a session's own data with it, unless it is `everybodys`: the application itself."""

    everybodys: bool = False


@dataclass(frozen=True, eq=False, repr=False)
class Sends(Row):
    """A method by which something goes out on a connection."""


@dataclass(frozen=True, eq=False, repr=False)
class Receives(Row):
    """A method that gives what comes in next on a connection, whoever it is for."""


@dataclass(frozen=True, eq=False, repr=False)
class Counts(Row):
    """A call that gives a number which tells nobody apart: `len`."""


@dataclass(frozen=True, eq=False, repr=False)
class Injects(Row):
    """A call that, as a parameter's default or in its annotation, has the result of the function at `position` handed
    in."""

    position: int = 0


@dataclass(frozen=True, eq=False, repr=False)
class SharedOnPurpose(Row):
    """A place that is meant to be shared."""


AnyRow = TypeVar("AnyRow", bound=Row)


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

    @property
    def setters(self) -> set[str]:
        """The last names of calls that write process-wide places, and of those that write by name."""
        return {"setattr", "delattr", "globals", *self.last_names(Setter)}

    @property
    def caches(self) -> set[str]:
        """The last names of decorators that keep results."""
        return {name.rpartition(".")[2] for kind, name in self._exact if kind is Cache}

    @property
    def storage(self) -> set[str]:
        """The last names of attributes that hold what an application shares."""
        return self.last_names(SharedStorage)

    def last_names(self, kind: type[Row]) -> set[str]:
        """The last names of what rows of one kind are about."""
        return {name.rpartition(".")[2] for of, name in self._exact if of is kind}

    @property
    def registrars(self) -> set[str]:
        """The last names of calls that take handlers."""
        return {name.rpartition(".")[2] for kind, name in self._exact if kind is Registers}

    @property
    def privates(self) -> set[str]:
        """The classes whose instances show each task or thread a value of its own."""
        return {name for kind, name in self._exact if kind is Private}

    @property
    def starts(self) -> dict[str, str]:
        """The names of methods that run when an instance is told so, and of those that tell it."""
        return {row.runs: row.method for row in self.every(Starts)}

    @property
    def set_places(self) -> set[str]:
        """The process-wide places that calls write."""
        return {row.place for row in self._exact.values() if isinstance(row, Setter)}

    def knows(self, kind: type[Row]) -> bool:
        """Whether there is any row of this kind."""
        return kind in self._kinds

    def tell(self, kind: type[AnyRow], name: str | None) -> AnyRow | None:
        """The row of this kind about `name`, if there is one; None asks about nothing and gets nothing."""
        if name is None:
            return None
        row = self._exact.get((kind, name))
        if row is None and (at := _class_in(name)) is not None:
            row = self._classes.get((kind, *at))
        if row is None:
            row = next((each for each in self._patterns.get(kind, ()) if fnmatchcase(name, each.name)), None)
        return row if isinstance(row, kind) else None

    def tell_class(self, kind: type[AnyRow], name: str) -> AnyRow | None:
        """The row of this kind about a library's class, whether or not the file itself imports the library."""
        return self.tell(kind, name) or _of_library(name.partition(".")[0]).tell(kind, name)

    def first(self, kind: type[AnyRow], names: Iterable[str | None]) -> AnyRow | None:
        """The row about the first of `names` that has one."""
        return next((row for each in names if (row := self.tell(kind, each)) is not None), None)

    def every(self, kind: type[AnyRow]) -> list[AnyRow]:
        """All rows of this kind."""
        return [row for row in self._rows.get(kind, ()) if isinstance(row, kind)]

    def tell_last(self, kind: type[AnyRow], last: str) -> AnyRow | None:
        """The row about any class's attribute `last`, where the class is not known but its library is in use."""
        return next((row for row in self.every(kind) if row.name.rpartition(".")[2] == last), None)


def _class_in(name: str) -> tuple[str, str] | None:
    """The library and what a dotted name says from its class on: libraries offer a class under several modules."""
    parts = name.split(".")
    at = next((at for at, part in enumerate(parts) if part.lstrip("_")[:1].isupper()), 0)
    return (parts[0], ".".join(parts[at:])) if at else None


def rows_for(libraries: Iterable[str]) -> Iterator[Row]:
    """The rows of Python itself and of those libraries, by the first names of their imports, that have a file here."""
    for name in ("python", *sorted(_FILES & set(libraries))):
        yield from importlib.import_module(f"{__name__}.{name}").ROWS


@cache
def _of_library(library: str) -> Facts:
    """The facts about one library alone; none where it has no file here."""
    return Facts(importlib.import_module(f"{__name__}.{library}").ROWS if library in _FILES else ())


def describes(name: str) -> bool:
    """Whether a library's file has a row about the thing of this dotted name, or about a part of it."""
    library = name.partition(".")[0]
    rows = importlib.import_module(f"{__name__}.{library}").ROWS if library in _FILES else ()
    return any(f"{row.name}.".startswith(f"{name}.") for row in rows)


_FILES = frozenset(each.name for each in pkgutil.iter_modules(__path__)) - {"python"}
