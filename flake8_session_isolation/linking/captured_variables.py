"""Captured variables: what they hold, according to bindings and types."""

from __future__ import annotations

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.scopes import Function, Scope, functions_around, holder
from flake8_session_isolation.frontend.walking import attribute_chain
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


def other_name(name: str, scope: Scope) -> tuple[ir.Name, tuple[str, ...]] | None:
    """The variable of the same function for which `name` is an alias, with the attributes behind it: `me = self`,
    `lines = self.lines`."""
    bound = scope.bindings.get(name, ())
    if len(bound) != 1 or bound[0] is None:
        return None
    node, steps = attribute_chain(bound[0])
    is_own = isinstance(node, ir.Name) and node.id != name and holder(node.id, scope) is scope
    return (node, steps) if is_own and isinstance(node, ir.Name) else None


def is_object(shapes: frozenset[Shape]) -> bool:
    """Whether something is an object of the project."""
    return bool(shapes) and all(isinstance(each, Instance) for each in shapes)


def method_around(function: Function) -> Function | None:
    """The method in whose body a function is defined, perhaps in another function there."""
    outer = next((each for each in functions_around(function.scope) if each.owner is not None), None)
    return None if outer is None or outer.is_class_method or outer.is_static else outer
