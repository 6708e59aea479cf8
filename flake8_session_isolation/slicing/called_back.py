"""Execution contexts of functions that a library without facts calls back: those of the code that uses the object.

Where nothing shows who does, a coroutine function is a task, and a plain one runs while no other does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from flake8_session_isolation.frontend.scopes import Function
from flake8_session_isolation.linking.library_callbacks import Callback, callbacks_of
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.slicing.administration import is_administrative
from flake8_session_isolation.slicing.execution_context import Context, Standing


def called_back(
    functions: Iterable[Function],
    standings: Mapping[Function, Standing],
    incoming: Mapping[Function, object],
    sharing: Sharing,
) -> dict[Function, Standing]:
    """The standings of functions of a module that libraries call back, apart from those in `standings`, which facts
    decide. A method that the module itself calls is no callback."""
    found = callbacks_of(sharing).found
    return {
        each: _standing(each, found[each], standings)
        for each in functions
        if each in found and each not in standings and not (found[each].overrides and each in incoming)
    }


def called_back_abroad(
    standings: Mapping[Function, Standing], sharing: Sharing
) -> Iterator[tuple[Function, Standing, Callback]]:
    """Plain functions of other modules that a module gives to a library without facts."""
    for function, given in callbacks_of(sharing).abroad.items():
        if not function.is_coroutine:
            yield function, _standing(function, given, standings), given


def called_back_at_home(function: Function, sharing: Sharing) -> Standing | None:
    """How a function of another module runs that its own module gives to a library without facts."""
    given = callbacks_of(sharing.seen_from(function.scope)).found.get(function)
    return _standing(function, given, {}) if given is not None else None


def _standing(function: Function, given: Callback, standings: Mapping[Function, Standing]) -> Standing:
    contexts = frozenset(_of_users(given.owner, standings)) if given.owner is not None else frozenset()
    if function.is_coroutine:
        contexts = frozenset({Context.TASKS})
    return Standing(
        contexts or frozenset({Context.SERIAL}),
        f"of '{given.name}'",
        is_entry=True,
        is_handler=True,
        is_administrative=is_administrative(function),
    )


def _of_users(owner: str, standings: Mapping[Function, Standing]) -> Iterator[Context]:
    """The contexts of the served functions that mention the object to which a function is given."""
    for function, standing in standings.items():
        if standing.is_served and owner in function.footprint.variables:
            yield from standing.contexts
