"""Bounds on the depth of nested questions, so that recursion ends.

A chain of a thousand calls, aliases or attributes would else end the analysis of its file: Python's own stack is short,
and its callers have used part of it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar, cast

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")

DEEPEST = 40
"""Questions that are open at a time; what lies behind more is unknown."""


class _Open:
    """How many questions are open; one file is looked at at a time."""

    def __init__(self) -> None:
        self.count = 0


_open = _Open()


def anew(tell: Callable[[], Answer]) -> Answer:
    """The answer that there is if no question is open: whoever asks first, it is the same."""
    before, _open.count = _open.count, 0
    try:
        return tell()
    finally:
        _open.count = before


def bounded(otherwise: object) -> Callable[[Callable[Asked, Answer]], Callable[Asked, Answer]]:
    """Let a question be answered `otherwise`, which is one of its answers, where too many are open."""

    def bound(tell: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
        @wraps(tell)
        def ask(*given: Asked.args, **named: Asked.kwargs) -> Answer:
            if _open.count >= DEEPEST:
                return cast(Answer, otherwise)
            _open.count += 1
            try:
                return tell(*given, **named)
            finally:
                _open.count -= 1

        return ask

    return bound
