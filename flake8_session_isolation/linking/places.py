"""Roots of places and positions in the source: values that all later packages use."""

from __future__ import annotations

import enum
from typing import NamedTuple


class Kind(enum.Enum):
    """What holds the root of a place."""

    __hash__ = object.__hash__  # asked for at every look at a place

    MODULE = "module"
    CLASS = "class"
    ENCLOSED = "enclosing function"
    PARAMETER = "parameter"
    IMPORTED = "imported"
    STORAGE = "application storage"
    OBJECT = "object that serves all sessions"
    OWN = "made by this call"
    DEFAULT = "default of a parameter"
    FUNCTION = "attribute of a function"
    CACHED = "result of a cached function"
    CONTEXT = "context variable"
    THREAD = "thread-local"


REMEMBERED = (Kind.DEFAULT, Kind.FUNCTION, Kind.CACHED)
"""What a function has once, for all its calls."""
OWN = frozenset({Kind.CONTEXT, Kind.THREAD})
"""Places of which each context, or each thread, has one of its own."""
_DOTTED = (Kind.CLASS, Kind.OBJECT, Kind.DEFAULT, Kind.FUNCTION)


class Root(NamedTuple):
    """The beginning of a path; `owner` is the class, function or module that the name belongs to, empty for the linted
    module. An attribute of an object that serves all sessions is a root of its own: `owner` is the class that binds it.
    An attribute of a thread-local or context variable has that as its owner. `by_instance` says that a class attribute
    was reached through an instance; it is the same place."""

    kind: Kind
    owner: str
    name: str
    by_instance: bool = False

    def __str__(self) -> str:
        """As the user would write it outside the owner."""
        if self.kind in OWN and self.name == "*":
            return self.owner
        is_dotted = self.kind in _DOTTED or (self.kind in (Kind.MODULE, *OWN) and self.owner)
        return f"{self.owner}.{self.name}" if is_dotted else self.name


def is_same_root(one: Root, other: Root) -> bool:
    """Whether both are one variable, however it was reached."""
    return one.name == other.name and one.owner == other.owner and one.kind is other.kind


class Site(NamedTuple):
    """Where something is: line from 1, column in UTF-8 bytes from 0 (as `ast` counts), and in which function."""

    line: int
    column: int
    function: str
