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
    """The number of open questions; one file is analysed at a time."""

    def __init__(self) -> None:
        self.count = 0


_open = _Open()


def anew(tell: Callable[[], Answer]) -> Answer:
    """Compute the answer as if no question were open, so that it does not depend on who asks first."""
    before, _open.count = _open.count, 0
    try:
        return tell()
    finally:
        _open.count = before


def bounded(otherwise: object) -> Callable[[Callable[Asked, Answer]], Callable[Asked, Answer]]:
    """Answer a question with `otherwise`, one of its possible answers, if too many questions are open."""

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
