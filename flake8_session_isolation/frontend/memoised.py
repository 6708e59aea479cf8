"""Memoisation on the argument itself: an answer lives as long as the object that it depends on."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, TypeVar, cast

Thing = TypeVar("Thing")
Answer = TypeVar("Answer")
Key = TypeVar("Key", bound=Hashable)


def memoised(tell: Callable[[Thing], Answer]) -> Callable[[Thing], Answer]:
    """Keep the answer of `tell` on the thing that it is about, which has a `__dict__`. An answer may refer to its
    thing, as a scope does to its module; a table of weak references would then keep both alive."""

    @wraps(tell)
    def ask(thing: Thing) -> Answer:
        answers: dict[Callable[[Any], Any], Any] | None = thing.__dict__.get("_noted")
        if answers is None:
            answers = thing.__dict__["_noted"] = {}
        if tell not in answers:
            answers[tell] = tell(thing)
        return cast(Answer, answers[tell])

    return ask


def memoised_within(tell: Callable[[Key, Thing], Answer]) -> Callable[[Key, Thing], Answer]:
    """Keep the answers of `tell`, one for each key, on the thing that has a `__dict__`."""

    @memoised
    def known(thing: Thing) -> dict[Key, Answer]:
        return {}

    @wraps(tell)
    def ask(key: Key, thing: Thing) -> Answer:
        answers = known(thing)
        if key not in answers:
            answers[key] = tell(key, thing)
        return answers[key]

    return ask
