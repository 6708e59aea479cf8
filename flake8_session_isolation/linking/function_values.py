"""Which functions and objects of the project an expression may be, according to names, bindings and types.

It knows no flow: a variable may be whatever any of its bindings gives.  Where names do not tell, nothing is found.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TypeAlias

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.bounded import bounded
from flake8_session_isolation.frontend.call_sites import results
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Class, Function, Module, Scope, functions_around, holder
from flake8_session_isolation.frontend.sets import in_order
from flake8_session_isolation.frontend.walking import alternatives
from flake8_session_isolation.linking.call_results import unwrapped
from flake8_session_isolation.linking.dispatch import asked_by_name, filled_by_decorators, methods_named
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.shapes import ClassObject, Instance, Made, Shape
from flake8_session_isolation.linking.symbols import dotted

Target: TypeAlias = Function | ClassObject | Instance
"""A function, a class, or an instance of a class of the project."""

DEEPEST = 8
"""Variables, attributes and results between an expression and what it is."""


def function_values(node: ir.Expression, scope: Scope, view: Sharing, depth: int = 0) -> Iterable[Target]:
    """The functions and objects of the project that an expression in `scope` may be; `view` is that of its module.
    `depth` counts the steps from the expression that was first asked about."""
    if isinstance(node, ir.Name):
        return _named(node.id, scope, view)
    if depth > DEEPEST:
        return ()
    if isinstance(node, ir.Attribute):
        return _attribute(node, scope, view, depth)
    if isinstance(node, ir.Call):
        return _result(node, scope, view, depth)
    if isinstance(node, ir.Lambda):
        return (node.function,)
    if isinstance(node, ir.Subscript):
        objects = _objects(filter(None, (view.expression(node, scope), *_entries(node.value, scope, view))))
        return (*objects, *_in_table(node, scope, view, depth + 1))
    if isinstance(node, (ir.Await, ir.NamedExpr)):
        return function_values(node.value, scope, view, depth + 1)
    if isinstance(node, (ir.IfExp, ir.BoolOp)):
        return (one for each in alternatives(node) for one in function_values(each, scope, view, depth + 1))
    return ()


def _objects(shapes: Iterable[Shape]) -> Collection[Target]:
    return in_order([each for each in shapes if isinstance(each, (Instance, ClassObject))])


def _in_table(node: ir.Subscript, scope: Scope, view: Sharing, depth: int) -> Iterator[Target]:
    """The functions and classes in a display that a variable is bound to: what stands under a constant key, or all."""
    where = holder(node.value.id, scope) if isinstance(node.value, ir.Name) else None
    if where is None or not isinstance(node.value, ir.Name):
        return
    if where is view.module.scope:
        yield from filled_by_decorators(view.module).get(node.value.id, ())
    for table in where.bindings.get(node.value.id, ()):
        if isinstance(table, ir.Dict):
            matching = [value for key, value in zip(table.keys, table.values) if _is_same_constant(key, node.slice)]
            for each in matching or table.values:
                if isinstance(each, (ir.Name, ir.Attribute, ir.Lambda)):
                    yield from function_values(each, where, view, depth)


def _is_same_constant(one: ir.Expression | None, other: ir.Expression) -> bool:
    return isinstance(one, ir.Constant) and isinstance(other, ir.Constant) and one.value == other.value


def _entries(node: ir.Expression, scope: Scope, view: Sharing) -> Iterator[Shape | None]:
    """The values of a container's items."""
    return (each.entry for each in view.factories.shapes(node, scope) if isinstance(each, Made))


def _named(name: str, scope: Scope, view: Sharing) -> Sequence[Target]:
    where = holder(name, scope)
    if where is not None:
        return variable_values(name, where, view)
    starred = view.modules.starred(name, view.module) if view.module.scope.star_imports else None
    return _elsewhere(starred, view) if starred is not None else ()


def _elsewhere(away: tuple[Module, str], view: Sharing) -> Sequence[Target]:
    """The values of a variable of another module."""
    return variable_values(away[1], away[0].scope, view.seen_from(away[0].scope))


@bounded(())
def variable_values(name: str, where: Scope, view: Sharing) -> Sequence[Target]:
    """The values of the variable `name` of the scope `where`; one that depends on itself is unknown."""
    known = _variables_of(view)
    found = known.get((where, name))
    if found is None:
        known[where, name] = ()
        found = known[where, name] = tuple(dict.fromkeys(_variable(name, where, view)))
    return found


@memoised
def _variables_of(view: Sharing) -> dict[tuple[Scope, str], Sequence[Target]]:
    """The known values of variables, as seen from one module."""
    return {}


def _variable(name: str, where: Scope, view: Sharing) -> Iterator[Target]:
    owner = where.owner
    if isinstance(owner, Function) and name in owner.parameters:
        yield from _objects(view.parameter(owner, name))
    if name in where.imports:
        away = view.modules.variable(where.imports[name], view.module)
        if away is not None:
            yield from _elsewhere(away, view)
        return
    if name in where.functions:
        yield where.functions[name]
    if name in where.classes:
        yield ClassObject(where.classes[name])
    for each in (one for bound in where.bindings.get(name, ()) for one in alternatives(bound)):
        inner = unwrapped(each, where)
        if not isinstance(inner, ir.Call):
            yield from function_values(inner, where, view)
        elif isinstance(owner, Function) or makes_function(inner, where):
            yield from _result(inner, where, view, 0)
    yield from _objects(view.variable(name, where))


def makes_function(node: ir.Call, scope: Scope) -> bool:
    """Whether a call of a function of the same module gives one that is defined in it: `add = conversation()`."""
    made = scope.functions.get(node.func.id) if isinstance(node.func, ir.Name) else None
    if made is None or made.decorators or made.is_coroutine or made.yields:
        return False
    return any(isinstance(each, ir.Name) and each.id in made.scope.functions for each in results(made))


def _attribute(node: ir.Attribute, scope: Scope, view: Sharing, depth: int) -> Iterator[Target]:
    """A method or a part of an object, a method of a class, a variable of a module."""
    whole = dotted(node, scope)
    away = view.modules.variable(whole, view.module) if whole is not None else None
    if away is not None:
        yield from _elsewhere(away, view)
        return
    for base in dict.fromkeys(_bases(node.value, scope, view, depth + 1)):
        cls = base.of if isinstance(base, Instance) else base.itself
        method = cls.method(node.attr)
        if method is not None:
            yield method
        elif isinstance(base, Instance):
            yield from _objects(view.attribute(cls, node.attr))


def _bases(node: ir.Expression, scope: Scope, view: Sharing, depth: int) -> Iterator[Instance | ClassObject]:
    """The objects and classes that an attribute is taken from."""
    if isinstance(node, ir.Call) and isinstance(node.func, ir.Name) and node.func.id == "super":
        owner = _owner_around(scope)
        yield from (Instance(each) for each in (owner.lineage()[1:2] if owner is not None else ()))
        return
    found = function_values(node, scope, view, depth)
    yield from (each for each in found if not isinstance(each, Function))


def _owner_around(scope: Scope) -> Class | None:
    """The class of the method around a scope."""
    own = (scope.owner,) if isinstance(scope.owner, Function) else ()
    return next((each.owner for each in (*own, *functions_around(scope)) if each.owner is not None), None)


def _result(node: ir.Call, scope: Scope, view: Sharing, depth: int) -> Iterator[Target]:
    """The object that a call creates, or the function that it returns."""
    asked = asked_by_name(node)
    if asked is not None:
        for base in dict.fromkeys(_bases(asked[0], scope, view, depth + 1)):
            yield from methods_named(asked[1], base.of if isinstance(base, Instance) else base.itself)
        return
    given = view.factories.called(node, scope, awaited=True)
    if given is not None:
        yield from _objects((given.shape,))
        return
    for each in function_values(node.func, scope, view, depth + 1):
        if isinstance(each, Function) and not each.yields:
            theirs = view.seen_from(each.scope)
            for value in results(each):
                if isinstance(value, (ir.Name, ir.Lambda)):
                    found = function_values(value, each.scope, theirs, depth + 2)
                    yield from (one for one in found if isinstance(one, Function))
