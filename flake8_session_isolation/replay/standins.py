"""What takes the place of a library's function while a run is on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, NamedTuple


class Standin(NamedTuple):
    """A value for an attribute of a module or class."""

    owner: Any
    name: str
    value: Any


@contextmanager
def in_place(standins: Iterable[Standin]) -> Iterator[None]:
    """Put all in place, and what was there back at the end; what an owner does not have, it does not get."""
    with ExitStack() as stack:
        for owner, name, value in standins:
            if name in vars(owner):
                stack.callback(setattr, owner, name, vars(owner)[name])
                setattr(owner, name, value)
        yield
