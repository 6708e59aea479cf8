"""Shapes: what an object is, according to names and bindings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.scopes import Class
from flake8_session_isolation.linking.places import Kind

NAMESPACES = frozenset({"types.SimpleNamespace", "argparse.Namespace"})
"""Classes whose objects only hold what is set on them, as a dict does."""


class Constant(NamedTuple):
    """A literal; `text` is its source."""

    text: str


class Made(NamedTuple):
    """An instance of a library class (`builtins.list`), by its dotted name; `entry` is the shape of its items, `admits`
    the number of holders of a semaphore."""

    type: str
    entry: Shape | None = None
    admits: int = 1


COUNTED = Constant("*len")
"""The length of something that was passed in."""
THREAD = Made("threading.current_thread")
"""The running thread, or what identifies it."""


class Instance(NamedTuple):
    """An instance of a class of the project."""

    of: Class


class ClassObject(NamedTuple):
    """A class of the project itself. The second field keeps it from being equal to an instance of the class: named
    tuples are equal if their fields are."""

    itself: Class
    is_class: bool = True


class Named(NamedTuple):
    """Whatever another module means by this dotted name."""

    dotted: str


class Own(NamedTuple):
    """Something of which each context or each thread (`kind`) has its own, under `name` as the user writes it. For a
    context variable this is the value, with its default; for `threading.local` each attribute."""

    kind: Kind
    name: str
    is_namespace: bool = False
    default: Shape | None = None


ENTRIES = ("__enter__", "__aenter__")
EXITS = ("__exit__", "__aexit__")
"""The methods that a `with` statement calls at its begin and at its end, those of an asynchronous one second."""

Shape: TypeAlias = Constant | Made | Instance | ClassObject | Named | Own
NO_SHAPES: frozenset[Shape] = frozenset()


def is_signal(made: Made) -> bool:
    """Whether it is an object for waiting or working, not for holding data."""
    return not made.type.startswith(("builtins.", "collections."))


def constant(node: ir.Constant) -> Constant:
    """A literal's shape; a number of more digits than Python prints is just a number."""
    value = node.value
    return Constant("0" if isinstance(value, int) and value.bit_length() > 10_000 else repr(value))


def is_solid(shape: Shape) -> bool:
    """Whether it is more than a literal."""
    return not isinstance(shape, Constant)


def computed_from(shape: Shape | None) -> Shape | None:
    """The shape of a value computed from a literal."""
    return Constant("*" + shape.text.lstrip("*")[:1]) if isinstance(shape, Constant) else shape


def may_be_plain(shapes: Iterable[object]) -> bool:
    """Whether one of these shapes is an object of the project that an operator does not change in place."""
    instances = (each.of for each in shapes if isinstance(each, Instance))
    return any(each.method("__iadd__") is None and not each.foreign_bases() for each in instances)
