"""Wrappers: functions that the project's own decorators return in place of others.

`def signed_in(view): def wrapper(...): ...; return wrapper` puts `wrapper` in the place of each view above which
`@signed_in` is; so does `@audit.watched`, `@limited(3)`, and an object whose `__call__` takes the function. A class
that takes the function, `@Audited`, puts an object in its place, whose `__call__` then runs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import calls_of, results
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function, Scope, last_name
from flake8_session_isolation.linking.function_values import function_values
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.shapes import ClassObject, Instance

_CALLED = "__call__"
_REQUESTS = frozenset({"request", "req"})


@memoised
def decorated_by(view: Sharing) -> dict[Function, tuple[Function, ...]]:
    """For each wrapper, or method of an object, the functions of the module that it replaces."""
    found: dict[Function, dict[Function, None]] = {}
    for function in view.module.functions:
        for decorator in function.decorators:
            for wrapper in (*_wrappers(decorator, function.around, view), *_objects(decorator, function.around, view)):
                found.setdefault(wrapper, {})[function] = None
    return {wrapper: (*functions,) for wrapper, functions in found.items()}


def decorators_above(wrapper: Function, function: Function, view: Sharing) -> Sequence[ir.Expression]:
    """The decorators of a function above the one that puts `wrapper` in its place; all, if none does."""
    for at, each in enumerate(function.decorators):
        if wrapper in (*_wrappers(each, function.around, view), *_objects(each, function.around, view)):
            return function.decorators[:at]
    return function.decorators


def by_objects(view: Sharing) -> Iterator[tuple[Function, tuple[Function, ...]]]:
    """The methods by which objects are called that a class puts in the place of functions of the module."""
    for wrapper, functions in decorated_by(view).items():
        if wrapper.owner is not None and wrapper.short_name == _CALLED:
            yield wrapper, functions


def replaces_another(function: Function) -> bool:
    """Whether a function is a wrapper: it calls only the function that the enclosing decorator is given."""
    outer = function.scope.parent.owner if function.scope.parent is not None else None
    if not isinstance(outer, Function) or function not in _inner(outer):
        return False
    given = [each for each in outer.parameters if each != outer.receiver]
    called = (each.node.func for each in calls_of(function.scope))
    return len(given) == 1 and any(isinstance(each, ir.Name) and each.id == given[0] for each in called)


def is_made_for_requests(function: Function, maker: Function) -> bool:
    """Whether a method returns a function that takes a request, and itself takes none: what it captures outlives each
    of the requests."""
    if function not in _inner(maker) or any(_is_request(each, maker) for each in maker.parameters):
        return False
    return bool(function.parameters) and _is_request(function.parameters[0], function)


def _is_request(name: str, function: Function) -> bool:
    """Whether a parameter is by its name, or that of its class, a request."""
    annotated = last_name(function.scope.annotations.get(name)) or ""
    return name in _REQUESTS or annotated.endswith("Request")


def _wrappers(decorator: ir.Expression, scope: Scope, view: Sharing) -> Iterator[Function]:
    """The functions that a decorator of the project returns, if they are defined in it."""
    if isinstance(decorator, ir.Call):
        made = [inner for each in _functions(decorator.func, scope, view) for inner in _inner(each)]
        made += _functions(decorator, scope, view)
    else:
        made = _functions(decorator, scope, view)
    for each in dict.fromkeys(made):
        yield from _inner(each)


def _objects(decorator: ir.Expression, scope: Scope, view: Sharing) -> Iterator[Function]:
    """The method by which the object is called that a class makes of the function."""
    for each in function_values(decorator, scope, view) if not isinstance(decorator, ir.Call) else ():
        maker = each.itself.method("__init__") if isinstance(each, ClassObject) else None
        call = each.itself.method(_CALLED) if isinstance(each, ClassObject) else None
        if maker is not None and call is not None and len(maker.parameters) - len(maker.defaults) == 2:
            yield call


def _functions(node: ir.Expression, scope: Scope, view: Sharing) -> list[Function]:
    """The functions that an expression may be, or that it calls."""
    found = function_values(node, scope, view)
    called = (each.of.method("__call__") if isinstance(each, Instance) else each for each in found)
    return [each for each in called if isinstance(each, Function)]


def _inner(function: Function) -> Iterator[Function]:
    """The functions defined in another function that it returns, directly or passed to a call."""
    own = function.scope.functions
    for node in results(function):
        for each in (node, *(node.args if isinstance(node, ir.Call) else ())):
            if isinstance(each, ir.Name) and each.id in own:
                yield own[each.id]
