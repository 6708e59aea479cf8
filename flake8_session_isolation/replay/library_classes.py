"""Base classes in place of those of libraries that are not installed."""

from __future__ import annotations

import dis
from collections.abc import Iterator
from contextlib import suppress
from types import FunctionType
from typing import Any, Protocol


class Maker(Protocol):
    """What makes the attributes of a base class."""

    def _part(self, name: str) -> Any:
        """A stand-in of that name."""


def library_class(maker: Maker) -> type[object]:
    """A class to inherit from: it takes any arguments, has whatever its subclasses override, and its objects have every
    public attribute that no method of theirs sets."""

    class LibraryClass:
        def __init__(self, *arguments: Any, **named: Any) -> None:
            for name, value in named.items():
                with suppress(AttributeError):
                    setattr(self, name, value)

        def __init_subclass__(cls, **named: Any) -> None:
            for name, _ in _functions(cls):
                if not hasattr(LibraryClass, name):
                    setattr(LibraryClass, name, maker._part(name))

        def __getattr__(self, name: str) -> Any:
            if name.startswith("_") or name in _set_by_methods(type(self)):
                raise AttributeError(name)
            kept: dict[str, Any] = vars(self)
            return kept.setdefault(name, maker._part(name))

    return LibraryClass


def _functions(kind: type) -> Iterator[tuple[str, FunctionType]]:
    """The methods that a class itself defines, without those that Python calls."""
    for name, value in list(vars(kind).items()):
        if isinstance(value, FunctionType) and not name.startswith("__"):
            yield name, value


def _set_by_methods(kind: type) -> frozenset[str]:
    """The attributes that some method of a class sets."""
    methods = [each for base in kind.__mro__ for each in vars(base).values() if isinstance(each, FunctionType)]
    steps = (step for each in methods for step in dis.get_instructions(each))
    return frozenset(step.argval for step in steps if step.opname == "STORE_ATTR")
