"""What is known of an expression's value while a body is read.

A `Value` answers four questions: at which places does this very object live, whose data may be in it, on which earlier
reads of places does it depend, and what is it.  All parts are sets, so that joining two branches is their union;
nothing known is the empty value.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias, TypeVar

from flake8_session_isolation.locks import NO_LOCKS, LockSet
from flake8_session_isolation.paths import Kind, Path, Step
from flake8_session_isolation.program import Class, Function

AnyValue = TypeVar("AnyValue")


class Site(NamedTuple):
    """Where something stands: line from 1, column in UTF-8 bytes from 0 (as `ast` counts), and in which function."""

    line: int
    column: int
    function: str


class Origin(NamedTuple):
    """Data that came in through a parameter; `called` once it went through a call that we do not see into."""

    parameter: str
    called: bool = False


class Read(NamedTuple):
    """One read of a place, with the locks held then."""

    path: Path
    site: Site
    locks: LockSet = frozenset()


CONTEXT = Origin("<context>")
"""Data that a context variable holds for the session being served."""


class Copied(NamedTuple):
    """A place of which a value is a shallow copy, but for the items under the keys of its `own`."""

    path: Path
    own: frozenset[str] = frozenset()

    def without(self, own: frozenset[str]) -> Copied:
        """The same where more items are its own."""
        return Copied(self.path, self.own | own)


class Constant(NamedTuple):
    """A literal; `text` is its source."""

    text: str


class Made(NamedTuple):
    """An instance of a library class (`builtins.list`), by its dotted name; `entry` is what its items are, `admits`
    how many a semaphore lets in."""

    type: str
    entry: Shape | None = None
    admits: int = 1


class Instance(NamedTuple):
    """An instance of a class of the project."""

    of: Class


class ClassObject(NamedTuple):
    """A class of the project itself."""

    itself: Class


class Named(NamedTuple):
    """Whatever another module calls by this dotted name."""

    dotted: str


class Own(NamedTuple):
    """Something of which each context or each thread (`kind`) has its own, `name` as the user writes it.

    Of a context variable it is the value, whose default is `default`; of a namespace (`threading.local`) each
    attribute.
    """

    kind: Kind
    name: str
    is_namespace: bool = False
    default: Shape | None = None


@dataclass(frozen=True)
class LibraryMethod:
    """A method of a container, taken but not called yet: `add = history.append`."""

    name: str
    receiver: Value


@dataclass(frozen=True)
class Callable:
    """A function of the project, with the object it is bound to."""

    function: Function
    receiver: Value | None = None


Shape: TypeAlias = Constant | Made | Instance | ClassObject | Named | Own | Callable | LibraryMethod


@dataclass(frozen=True)
class Value:
    """What is known of one value; see the module's docstring.  `holds` are the locks held while it is entered;
    a unique value tells this call of the function from every other; `parts` are the functions and defaults written in a
    display, `copied` the places of which it is a shallow copy.
    """

    places: frozenset[Path] = frozenset()
    origins: frozenset[Origin] = frozenset()
    reads: frozenset[Read] = frozenset()
    shapes: frozenset[Shape] = frozenset()
    is_new: bool = False
    holds: LockSet = NO_LOCKS
    is_unique: bool = False
    parts: tuple[Value, ...] = ()
    copied: frozenset[Copied] = frozenset()

    def joined(self, other: Value) -> Value:
        """Either of two values."""
        if self is other or self == other:
            return self
        places = self.places | other.places
        return Value(
            places if len(places) <= MOST_PLACES else frozenset(),
            self.origins | other.origins,
            self.reads | other.reads,
            self.shapes | other.shapes,
            self.is_new and other.is_new,
            self.holds & other.holds,
            self.is_unique and other.is_unique,
            copied=self.copied | other.copied,
        )

    def carrying(self, *others: Value) -> Value:
        """This object, with data of the others put into it."""
        return Value(
            self.places,
            self.origins.union(*(each.origins for each in others)),
            self.reads.union(*(each.reads for each in others)),
            self.shapes,
            self.is_new,
            self.holds,
            self.is_unique or any(each.is_unique for each in others),
            copied=self.copied,
        )

    def content(self) -> Value:
        """Another object with the same data: a copy, or a result computed from it."""
        return Value(origins=self.origins, reads=self.reads, is_unique=self.is_unique)

    def processed(self) -> Value:
        """What a call that we do not see into makes of it."""
        called = frozenset(Origin(each.parameter, True) for each in self.origins)
        return Value(origins=called, reads=self.reads, is_unique=self.is_unique)

    def shared_parts(self, key: str = "*") -> frozenset[Path]:
        """Where the items live that a shallow copy shares, all or the one under a key."""
        return frozenset(each.path.then(Step(key, is_item=True)) for each in self.copied if key not in each.own)

    @property
    def constant(self) -> str | None:
        """The literal's source, where the value is one literal for sure."""
        if len(self.shapes) == 1 and not self.places:
            only = next(iter(self.shapes))
            return only.text if isinstance(only, Constant) else None
        return None


def altered(one: AnyValue, **changes: Any) -> AnyValue:
    """As `dataclasses.replace`, several times as fast: for values that check nothing when they are made."""
    other = object.__new__(type(one))
    vars(other).update(vars(one), **changes)
    return other


UNKNOWN = Value()
MOST_PLACES = 8
"""Places that one object may live at; of one that may be anywhere nothing is claimed."""


def is_signal(made: Made) -> bool:
    """Whether it is an object to wait for or to work with, not one that holds data."""
    return not made.type.startswith(("builtins.", "collections."))


def union(values: Iterable[Value]) -> Value:
    """The data of several values in one new object: a display, a formatted text."""
    return UNKNOWN.carrying(*values)


def either(values: Iterable[Value]) -> Value:
    """One of several values; unknown where there are none."""
    result: Value | None = None
    for each in values:
        result = each if result is None else result.joined(each)
    return result or UNKNOWN


def is_made_for_the_call(value: Value) -> bool:
    """Whether an object is new for sure: of a class that nothing keeps from making one at each call."""
    made = [each.of for each in value.shapes if isinstance(each, Instance)]
    return value.is_new and not value.places and len(made) == len(value.shapes) == 1 and not _may_be_kept(made[0])


def _may_be_kept(cls: Class) -> bool:
    """Whether a class may give the same instance again."""
    is_decorated = any(each.node.decorator_list for each in cls.lineage())
    return is_decorated or cls.method("__new__") is not None or any(each.node.keywords for each in cls.lineage())
