"""Callbacks of the loop: the session that scheduled them, the task that they continue, and its position."""

from __future__ import annotations

import asyncio
from typing import Any

from flake8_session_isolation.replay.sessions import PROGRAM, SERVING
from flake8_session_isolation.replay.threads import Place, is_own

SLEEP = "_set_result_unless_cancelled"
"""What asyncio calls at the end of a sleep; any other timer limits or plans something."""


def session_of(handle: asyncio.Handle) -> int:
    """The session for which a callback was scheduled."""
    number: int = handle._context.get(SERVING, PROGRAM)  # type: ignore[attr-defined]  # as `_callback`
    return number


def callback_of(handle: asyncio.Handle) -> Any:
    """The callable of a handle."""
    return handle._callback  # type: ignore[attr-defined]  # CPython's own name, which typeshed leaves out


def task_of(handle: asyncio.Handle) -> asyncio.Task[Any] | None:
    """The task that a callback continues."""
    owner = getattr(callback_of(handle), "__self__", None)
    return owner if isinstance(owner, asyncio.Task) else None


def function_of(handle: asyncio.Handle) -> Any:
    """The function that a handle calls; for a partial, its function."""
    callback = callback_of(handle)
    return getattr(callback, "func", callback)


def is_bookkeeping(handle: asyncio.Handle) -> bool:
    """Whether a callback is asyncio's own and runs nothing of the program."""
    callback = function_of(handle)
    return task_of(handle) is None and str(getattr(callback, "__module__", "")).startswith("asyncio")


def is_of_library(handle: asyncio.Handle) -> bool:
    """Whether a callback belongs to a library and was scheduled for no session."""
    code = getattr(function_of(handle), "__code__", None)
    return session_of(handle) == PROGRAM and task_of(handle) is None and not (code and is_own(code.co_filename))


def is_sleep(handle: asyncio.Handle) -> bool:
    """Whether a timer ends a sleep."""
    return getattr(callback_of(handle), "__name__", "") == SLEEP


def place_of(handle: asyncio.Handle) -> Place | None:
    """The line at which a callback continues."""
    task = task_of(handle)
    return place_of_task(task) if task else None


def place_of_task(task: asyncio.Task[Any]) -> Place | None:
    """The innermost line of the program at which a task waits, or failing that, the innermost line."""
    places: list[Place] = []
    awaited: Any = task.get_coro()
    while awaited is not None:
        if frame := getattr(awaited, "cr_frame", None) or getattr(awaited, "ag_frame", None):
            places.append((frame.f_code.co_filename, frame.f_lineno))
        awaited = getattr(awaited, "cr_await", None) or getattr(awaited, "ag_await", None)
    own = [place for place in places if is_own(place[0])]
    return own[-1] if own else places[-1] if places else None
