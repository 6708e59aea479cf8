"""Abstract values: what is known of an expression's value.

A `Value` answers four questions: at which places does this very object live, whose data may be in it, on which earlier
reads of places does it depend, and what is it.  All parts are sets, so that joining two branches is their union;
nothing known is the empty value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, reduce
from typing import Any, NamedTuple, TypeAlias

from flake8_session_isolation.dataflow.access_paths import Path, Step
from flake8_session_isolation.dataflow.lock_sets import NO_LOCKS, LockSet
from flake8_session_isolation.frontend.scopes import Class, Function
from flake8_session_isolation.frontend.sets import both
from flake8_session_isolation.linking.places import Site
from flake8_session_isolation.linking.shapes import Constant, Instance, Made, Shape


class Origin(NamedTuple):
    """Data that came in through a parameter; `called` if an unknown call has processed it."""

    parameter: str
    called: bool = False


class Read(NamedTuple):
    """One read of a place, with the locks held at it. It is of a held object if that was looked up there before: the
    place may hold another one now."""

    path: Path
    site: Site
    locks: LockSet = frozenset()
    is_of_held: bool = False


CONTEXT = Origin("<context>")
"""Data that a context variable holds for the session being served."""
RECEIVER = "<receiver>"
"""The parameter of an origin that is the object on which a function is called: whose data that holds, callers know."""


class Copied(NamedTuple):
    """A place of which a value is a shallow copy, except for the items under the keys in `own`."""

    path: Path
    own: frozenset[str] = frozenset()

    def without(self, own: frozenset[str]) -> Copied:
        """The same, where more items are not shared."""
        return Copied(self.path, self.own | own)


class Kept(NamedTuple):
    """An attribute of a new object that refers to an object at another place, with that object's shapes."""

    attribute: str
    path: Path
    shapes: frozenset[Any]


class LibraryMethod:
    """A bound method of a container that is not called yet: `add = history.append`."""

    __slots__ = ("name", "receiver")

    def __init__(self, name: str, receiver: Value) -> None:
        """Of the container `receiver`."""
        self.name = name
        self.receiver = receiver

    def __eq__(self, other: object) -> bool:
        """Whether it is the same method of the same object."""
        return isinstance(other, LibraryMethod) and self.name == other.name and self.receiver == other.receiver

    def __hash__(self) -> int:
        """Of both parts."""
        return hash((self.name, self.receiver))


class Callable:
    """A function of the project, with the object it is bound to."""

    __slots__ = ("function", "receiver")

    def __init__(self, function: Function, receiver: Value | None = None) -> None:
        """Unbound if no `receiver` is given."""
        self.function = function
        self.receiver = receiver

    def __repr__(self) -> str:
        """The same in every run: calls are looked at in the order of these texts."""
        receiver = self.receiver
        bound = sorted(map(repr, (*receiver.places, *receiver.shapes))) if receiver is not None else ()
        return f"Callable({', '.join((repr(self.function), f'line {self.function.line}', *bound))})"

    def __eq__(self, other: object) -> bool:
        """Whether it is the same function, bound to the same object."""
        return isinstance(other, Callable) and self.function is other.function and self.receiver == other.receiver

    def __hash__(self) -> int:
        """Of both parts."""
        return hash((self.function, self.receiver))


AnyShape: TypeAlias = Shape | Callable | LibraryMethod


_NOTHING: frozenset[Any] = frozenset()
"""Most values have most parts empty; Python makes each empty set anew."""


class Value:
    """What is known of one value; see the module's docstring. `holds` are the locks held while it is entered; a unique
    value differs in each call of the function; `parts` are the functions and defaults written in a display, `copied`
    the places of which it is a shallow copy, `kept` the attributes that refer to other places."""

    __slots__ = (
        *("_hash", "copied", "holds", "is_new", "is_unique", "kept"),
        *("origins", "parts", "places", "reads", "shapes"),
    )
    _hash: int | None

    def __init__(
        self,
        places: frozenset[Path] = frozenset(),
        origins: frozenset[Origin] = frozenset(),
        reads: frozenset[Read] = frozenset(),
        shapes: frozenset[AnyShape] = frozenset(),
        is_new: bool = False,
        holds: LockSet = NO_LOCKS,
        is_unique: bool = False,
        parts: tuple[Value, ...] = (),
        copied: frozenset[Copied] = frozenset(),
        kept: frozenset[Kept] = frozenset(),
    ) -> None:
        """With defaults for everything that is not given."""
        self.places = places or _NOTHING
        self.origins = origins or _NOTHING
        self.reads = reads or _NOTHING
        self.shapes = shapes or _NOTHING
        self.is_new = is_new
        self.holds = holds or _NOTHING
        self.is_unique = is_unique
        self.parts = parts
        self.copied = copied or _NOTHING
        self.kept = kept or _NOTHING
        self._hash = None

    def __eq__(self, other: object) -> bool:
        """Whether the same is known of both."""
        if self is other:
            return True
        return (
            isinstance(other, Value)
            and self.places == other.places
            and self.origins == other.origins
            and self.reads == other.reads
            and self.shapes == other.shapes
            and self.is_new is other.is_new
            and self.holds == other.holds
            and self.is_unique is other.is_unique
            and self.parts == other.parts
            and self.copied == other.copied
            and self.kept == other.kept
        )

    def __hash__(self) -> int:
        """Of the parts in which values mostly differ, computed once."""
        known = self._hash
        if known is None:
            known = self._hash = hash((self.places, self.origins, self.reads, self.shapes))
        return known

    def replaced(self, **changes: Any) -> Value:
        """The same but for `changes`."""
        other = _new(Value)
        other.places = self.places
        other.origins = self.origins
        other.reads = self.reads
        other.shapes = self.shapes
        other.is_new = self.is_new
        other.holds = self.holds
        other.is_unique = self.is_unique
        other.parts = self.parts
        other.copied = self.copied
        other.kept = self.kept
        other._hash = None
        for name, value in changes.items():
            setattr(other, name, value)
        return other

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
            kept=self.kept | other.kept,
        )

    def carrying(self, *others: Value) -> Value:
        """This object, after data of the others is put into it."""
        origins, reads, is_unique = self.origins, self.reads, self.is_unique
        for each in others:
            origins, reads = both(origins, each.origins), both(reads, each.reads)
            is_unique = is_unique or each.is_unique
        if origins is self.origins and reads is self.reads and is_unique is self.is_unique and not self.parts:
            return self
        return self.replaced(origins=origins, reads=reads, is_unique=is_unique, parts=())

    @property
    def is_somebodys(self) -> bool:
        """Whether it holds data that was passed in, beyond what the function's own object may hold."""
        return any(each.parameter != RECEIVER for each in self.origins)

    def without_receiver(self) -> Value:
        """The same value without data of the function's own object."""
        own = somebodys(self.origins)
        return self if own is self.origins else self.replaced(origins=own)

    def content(self) -> Value:
        """Another object with the same data: a copy, or a result computed from it."""
        if not (self.origins or self.reads or self.is_unique):
            return UNKNOWN
        return Value(origins=self.origins, reads=self.reads, is_unique=self.is_unique)

    def processed(self) -> Value:
        """The result of an unknown call on it."""
        if not self.origins:
            return self.content()
        called = frozenset(Origin(each.parameter, True) for each in self.origins)
        return Value(origins=called, reads=self.reads, is_unique=self.is_unique)

    def keeping(self, parts: frozenset[Kept]) -> Value:
        """This object, with attributes that refer to other places."""
        return self.replaced(kept=self.kept | parts) if parts else self

    def kept_at(self, steps: Sequence[Step]) -> Iterator[Path]:
        """The place to which some steps lead, if the first of them is an attribute that refers to another place."""
        if self.kept and steps and not steps[0].is_item:
            for each in self.kept:
                if each.attribute == steps[0].name:
                    yield each.path.along(steps[1:])

    def shared_parts(self, key: str = "*") -> frozenset[Path]:
        """The places of the items that a shallow copy shares, all or the one under a key."""
        return frozenset(each.path.then(Step(key, is_item=True)) for each in self.copied if key not in each.own)

    @property
    def constant(self) -> str | None:
        """The literal's source, where the value is one literal for sure."""
        if len(self.shapes) == 1 and not self.places:
            only = next(iter(self.shapes))
            return only.text if isinstance(only, Constant) else None
        return None


_new = object.__new__
UNKNOWN = Value()
MOST_PLACES = 8
"""Places that one object may live at; of one that may be anywhere nothing is claimed."""


def somebodys(origins: frozenset[Origin]) -> frozenset[Origin]:
    """The origins other than the function's own object."""
    if not origins or all(each.parameter != RECEIVER for each in origins):
        return origins
    return frozenset(each for each in origins if each.parameter != RECEIVER)


@lru_cache(maxsize=10_000)
def of_literal(shape: Constant) -> Value:
    """The value of a literal of the source."""
    return Value(shapes=frozenset({shape}))


def computed(values: Sequence[Value]) -> Value:
    """The result of an operator: a container or text of its operands' kind."""
    shapes = values[0].shapes | values[-1].shapes
    texts = {each for each in shapes if isinstance(each, Constant)}
    made: frozenset[AnyShape] = frozenset(each for each in shapes if isinstance(each, Made))
    kinds = made or frozenset(Constant("*" + each.text[:1]) for each in texts) or frozenset({Constant("*")})
    return union(values).replaced(shapes=kinds, is_new=True)


def union(values: Iterable[Value]) -> Value:
    """The data of several values in one new object: a display, a formatted text."""
    return UNKNOWN.carrying(*values)


def either(values: Iterable[Value]) -> Value:
    """One of several values, in whichever order; unknown where there are none."""
    known = [*values]
    result = reduce(Value.joined, known) if known else UNKNOWN
    # One after the other, those after the one too many would count alone.
    places = frozenset[Path]().union(*(each.places for each in known)) if len(known) > 2 else frozenset()
    return result.replaced(places=frozenset[Path]()) if len(places) > MOST_PLACES else result


def is_made_for_the_call(value: Value) -> bool:
    """Whether an object is certainly new: its class cannot return a kept instance."""
    made = [each.of for each in value.shapes if isinstance(each, Instance)]
    return value.is_new and not value.places and len(made) == len(value.shapes) == 1 and not _may_be_kept(made[0])


def _may_be_kept(cls: Class) -> bool:
    """Whether a class may return the same instance again."""
    is_decorated = any(each.decorators for each in cls.lineage())
    return is_decorated or cls.method("__new__") is not None or any(each.keywords for each in cls.lineage())
