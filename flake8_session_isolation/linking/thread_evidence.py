"""Evidence in a class that threads share its objects: it starts threads and guards against others, or hands work to
a loop from outside."""

from __future__ import annotations

from flake8_session_isolation.facts import How, Lock, Private, Runs, Stops
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import body_of, calls_of
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Class, Function, last_name
from flake8_session_isolation.linking.object_types import Sharing


def starts_thread(function: Function, view: Sharing) -> bool:
    """Whether a call in the function starts a thread."""
    return any(_is_start(each, view) for each in _called(function, view))


def leaves_thread(function: Function, view: Sharing) -> bool:
    """Whether a call in the function starts a thread that it does not wait for there."""
    waits = {id(each.value) for each in body_of(function.scope).nodes if isinstance(each, ir.Await)}
    started = (each.node for each in calls_of(function.scope) if id(each.node) not in waits)
    return any(_is_start(_name_of(each.func, function, view), view) for each in started)


def _is_start(name: str, view: Sharing) -> bool:
    row = view.facts.row(Runs, name)
    return row is not None and row.how is How.THREAD


@memoised
def classes_in_threads(view: Sharing) -> frozenset[Class]:
    """The classes of the module whose source shows that several threads use an object."""
    return frozenset(each for each in view.module.classes.values() if _is_in_threads(each, view))


@memoised
def is_of_threads(view: Sharing) -> bool:
    """Whether a module shows that threads run it: it starts threads, uses thread locks or thread-locals."""
    scopes = (view.module.scope, *(each.scope for each in view.module.functions))
    names = (view.qualified(each.node.func, scope) for scope in scopes for each in calls_of(scope))
    return any(_is_for_threads(each, view) for each in names if each is not None)


def _is_for_threads(name: str, view: Sharing) -> bool:
    runs, own = view.facts.row(Runs, name), view.facts.row(Private, name)
    starts = runs is not None and runs.how is How.THREAD
    return starts or (own is not None and own.by_thread) or _guards(name, view)


def _is_in_threads(cls: Class, view: Sharing) -> bool:
    methods = list(cls.own_methods)
    if not any(starts_thread(each, view) for each in methods):
        return False
    return any(_guards(name, view) for each in methods for name in _called(each, view))


def _guards(name: str, view: Sharing) -> bool:
    """Whether a call creates a thread lock, or reaches into the event loop of another thread."""
    lock = view.facts.row(Lock, name)
    return (lock is not None and lock.stops is Stops.THREADS) or name.endswith(_FROM_ANOTHER_THREAD)


_FROM_ANOTHER_THREAD = "_threadsafe"


def _called(function: Function, view: Sharing) -> list[str]:
    """The names of what a function calls, as facts may know them."""
    return [_name_of(each.node.func, function, view) for each in calls_of(function.scope)]


def _name_of(called: ir.Expression, function: Function, view: Sharing) -> str:
    return view.qualified(called, function.scope) or f".{last_name(called) or ''}"
