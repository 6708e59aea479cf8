"""Memoisation on the argument itself: an answer lives as long as the object that it depends on."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, TypeVar

Thing = TypeVar("Thing")
Answer = TypeVar("Answer")
Key = TypeVar("Key", bound=Hashable)

_UNKNOWN: Any = object()
"""What no answer is."""
_NOTHING: Any = frozenset()


def _kept(answer: Answer) -> Answer:
    """A result as it is kept: many results are empty sets, and all of them become one object."""
    return _NOTHING if type(answer) is frozenset and not answer else answer


def memoised(tell: Callable[[Thing], Answer]) -> Callable[[Thing], Answer]:
    """Keep each result of `tell` on its argument, which needs a `__dict__`. A result may refer to the argument, as a
    scope does to its module; a table of weak references would then keep both alive."""

    name = f"{tell.__module__}.{tell.__qualname__}"

    @wraps(tell)
    def ask(thing: Thing) -> Answer:
        known: Answer | Any = thing.__dict__.get(name, _UNKNOWN)
        if known is _UNKNOWN:
            known = thing.__dict__[name] = _kept(tell(thing))
        return known

    return ask


def memoised_within(tell: Callable[[Key, Thing], Answer]) -> Callable[[Key, Thing], Answer]:
    """Keep the results of `tell`, one for each key, on its last argument, which needs a `__dict__`."""

    name = f"{tell.__module__}.{tell.__qualname__}"

    @wraps(tell)
    def ask(key: Key, thing: Thing) -> Answer:
        answers: dict[Key, Answer] | None = thing.__dict__.get(name)
        if answers is None:
            answers = thing.__dict__[name] = {}
        known: Answer | Any = answers.get(key, _UNKNOWN)
        if known is _UNKNOWN:
            known = answers[key] = _kept(tell(key, thing))
        return known

    return ask
