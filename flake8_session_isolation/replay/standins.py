"""Replacements of library functions during a run."""

from __future__ import annotations

import sys
from builtins import id as identity  # while a run is on, `id` itself gives numbers that do not vary
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, NamedTuple


INHERITED = object()
"""Stands for what an owner has by its base alone."""


class Standin(NamedTuple):
    """A value for an attribute of a module or class."""

    owner: Any
    name: str
    value: Any


@contextmanager
def in_place(standins: Iterable[Standin]) -> Iterator[None]:
    """Put all replacements in place, and restore the former values at the end; attributes that an owner does not have
    are left out.

    Modules that were imported meanwhile, and took a replacement by its name, get the real thing.
    """
    real: dict[int, Any] = {}
    kept = list(standins)
    known = set(sys.modules)
    with ExitStack() as stack:
        for owner, name, value in kept:
            if hasattr(owner, name):
                real[identity(value)] = getattr(owner, name)
                stack.callback(_put_back, owner, name, vars(owner).get(name, INHERITED))
                setattr(owner, name, value)
        try:
            yield
        finally:
            for module in [module for name, module in list(sys.modules.items()) if name not in known]:
                _replace(module, real)


def _put_back(owner: Any, name: str, value: object) -> None:
    if value is INHERITED:
        delattr(owner, name)
    else:
        setattr(owner, name, value)


def _replace(module: Any, real: dict[int, Any]) -> None:
    """Replace stand-ins among a module's variables by the real things."""
    for name, value in list(getattr(module, "__dict__", {}).items()):
        if identity(value) in real and value is not None:
            setattr(module, name, real[identity(value)])
