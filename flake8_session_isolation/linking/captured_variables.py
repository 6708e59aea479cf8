"""Captured variables: what they hold, according to bindings and types."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import bound_once, results
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.nesting import functions_within
from flake8_session_isolation.frontend.scopes import Function, Scope, functions_around, holder
from flake8_session_isolation.frontend.walking import alternatives, attribute_chain
from flake8_session_isolation.linking.function_values import function_values
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.shapes import Instance, Shape


def captured(name: str, outer: Function, view: Sharing) -> frozenset[Shape]:
    """The possible shapes of a captured variable of `outer`."""
    return view.parameter(outer, name) if name in outer.parameters else view.variable(name, outer.scope)


def held(name: str, scope: Scope, view: Sharing) -> frozenset[Shape]:
    """The possible shapes of a variable of a scope; of a function's variable, as seen by functions defined in it."""
    return captured(name, scope.owner, view) if isinstance(scope.owner, Function) else view.variable(name, scope)


def receiver_of(name: str, outer: Function) -> bool:
    """Whether a variable is the receiver of the method `outer`, and nothing else."""
    return name == outer.receiver and not outer.is_class_method and outer.scope.bindings.get(name) == [None]


class Chain(NamedTuple):
    """A variable of a scope, and the attributes that lead from it to an object."""

    scope: Scope
    variable: str
    steps: tuple[str, ...] = ()


def other_names(name: str, outer: Function, view: Sharing) -> list[Chain]:
    """The objects for which a captured variable of `outer` is an alias: `me = self`, `lines = self.lines`,
    `log = module_log`, `lines = self.get_lines()`; for a choice, each value. There are none if a nested function
    rebinds the variable. `view` is the view of the function's module."""
    bound = outer.scope.bindings.get(name, ())
    if len(bound) != 1 or bound[0] is None or name in outer.parameters:
        return []
    known = _known(view)
    if (outer, name) not in known:
        led = (one for each in alternatives(bound[0]) for one in _chains(each, outer.scope, view))
        is_set = any(name in each.scope.nonlocal_names for each in functions_within(view.module).get(outer, ()))
        others = (each for each in led if each.variable != name and not _is_rebound(each, outer, view))
        known[outer, name] = [] if is_set else list(others)
    return known[outer, name]


@memoised
def _known(view: Sharing) -> dict[tuple[Function, str], list[Chain]]:
    """What is known of the variables in the module of a view."""
    return {}


def _chains(node: ir.Expression, scope: Scope, view: Sharing) -> Iterator[Chain]:
    """The variable and attributes that an expression spells, or that a function gives which it calls with nothing."""
    first, steps = attribute_chain(node)
    if isinstance(first, ir.Name) and (where := holder(first.id, scope)) is not None:
        yield Chain(where, first.id, steps)
    elif isinstance(first, ir.Call) and not (first.args or first.keywords):
        called = [each for each in function_values(first.func, scope, view) if isinstance(each, Function)]
        for each in called if len(called) == 1 else ():
            yield from (given._replace(steps=given.steps + steps) for given in _given(each, first, scope))


def _given(function: Function, call: ir.Call, scope: Scope) -> Iterator[Chain]:
    """The alias that a plain function returns: a variable of an enclosing scope, or a part of the object on which it is
    called."""
    if function.decorators or function.yields or function.is_coroutine:
        return
    for result in _results(function):
        first, steps = attribute_chain(result)
        where = holder(first.id, function.scope) if isinstance(first, ir.Name) else None
        if where is None or not isinstance(first, ir.Name):
            continue
        if where is not function.scope:
            yield Chain(where, first.id, steps)
        elif first.id == function.receiver and isinstance(call.func, ir.Attribute):
            base, before = attribute_chain(call.func.value)
            if isinstance(base, ir.Name) and (at := holder(base.id, scope)) is not None:
                yield Chain(at, base.id, before + steps)


def _results(function: Function) -> Iterator[ir.Expression]:
    """What a function may return; of a local variable all that it is set to."""
    for each in (each for one in results(function) for each in alternatives(one)):
        bound = function.scope.bindings.get(each.id, ()) if isinstance(each, ir.Name) else ()
        known = [each for each in bound if each is not None]
        yield from known if 1 < len(known) == len(bound) else [bound_once(each, function.scope)]


def _is_rebound(chain: Chain, outer: Function, view: Sharing) -> bool:
    """Whether `outer` puts another object in the place, so that the variable may keep the former one."""
    if chain.variable in outer.scope.global_names:
        return True
    cls = outer.owner if chain.steps and chain.variable == outer.receiver else None
    bindings = view.attributes.bindings(cls).get(chain.steps[0], ()) if cls is not None else ()
    return any(each.method is outer for each in bindings)


def is_object(shapes: Collection[object]) -> bool:
    """Whether something is an object of the project."""
    return bool(shapes) and all(isinstance(each, Instance) for each in shapes)


def method_around(function: Function) -> Function | None:
    """The method in whose body a function is defined, perhaps in another function there."""
    outer = next((each for each in functions_around(function.scope) if each.owner is not None), None)
    return None if outer is None or outer.is_class_method or outer.is_static else outer
