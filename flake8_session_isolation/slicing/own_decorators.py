"""Functions that a decorator of the project turns into a command, or runs in an event loop of their own.

Such a decorator hands on what it decorates, or a wrapper around it: `app.command()(wrapper)`,
`asyncio.run(function())`.
"""

from __future__ import annotations

from flake8_session_isolation.facts import How, Runs, RunsOnce
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import calls_of
from flake8_session_isolation.frontend.memoised import memoised_within
from flake8_session_isolation.frontend.nesting import functions_within
from flake8_session_isolation.frontend.scopes import Function, Scope
from flake8_session_isolation.linking.function_values import function_values
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.registrations import registrations_of
from flake8_session_isolation.slicing.execution_context import Context, Standing

_COMMAND = Standing(frozenset({Context.ONCE}), "a decorator of the project makes it a command of a program")
_RUN_ALONE = Standing(frozenset({Context.UNKNOWN}), "a decorator of the project has it run by a loop of its own")


def by_own_decorator(function: Function, view: Sharing) -> Standing | None:
    """How a decorator of the project runs a function; None if that cannot be seen."""
    around = function.around
    for decorator in function.decorators:
        for applied in function_values(decorator, around, view):
            standing = _by_decorator(applied, view.seen_from(applied.scope)) if isinstance(applied, Function) else None
            if standing is not None:
                return standing
    return None


@memoised_within
def _by_decorator(decorator: Function, view: Sharing) -> Standing | None:
    """How a decorator of the module of `view` runs the function that it is given."""
    given = next((each for each in decorator.parameters if each != decorator.receiver), None)
    if given is None:
        return None
    wrappers = [each for each in functions_within(view.module).get(decorator, ()) if given in each.mentions]
    made = (given, *(each.short_name for each in wrappers))
    if any(_is_command(each, view) for each in wrappers) or any(
        _is_made_a_command(each, decorator.scope, view) for each in made
    ):
        return _COMMAND
    return _RUN_ALONE if any(_runs_alone(given, each, view) for each in wrappers if not each.is_coroutine) else None


def _is_command(wrapper: Function, view: Sharing) -> bool:
    registered = registrations_of(view).of(wrapper)
    marks = (view.qualified(each, wrapper.around) for each in wrapper.decorators)
    return (registered is not None and registered.served is None) or view.facts.first(RunsOnce, marks) is not None


def _is_made_a_command(name: str, scope: Scope, view: Sharing) -> bool:
    """Whether a body registers a variable as a command: `app.command("log-in")(function)`."""
    given = (each.node for each in calls_of(scope) if any(_is_named(one, name) for one in each.node.args))
    functions = (each.func.func if isinstance(each.func, ir.Call) else each.func for each in given)
    names = registrations_of(view).names
    return any(view.facts.first(RunsOnce, names(each, scope)) is not None for each in functions)


def _runs_alone(name: str, wrapper: Function, view: Sharing) -> bool:
    """Whether a wrapper runs the wrapped function in an event loop of its own: `asyncio.run(function())`."""
    for call, _, _ in calls_of(wrapper.scope):
        first = call.args[0] if call.args else None
        if isinstance(first, ir.Call) and _is_named(first.func, name):
            row = view.facts.first(Runs, registrations_of(view).names(call.func, wrapper.scope))
            if row is not None and row.how is How.RUN:
                return True
    return False


def _is_named(node: ir.Expression, name: str) -> bool:
    return isinstance(node, ir.Name) and node.id == name
