"""Whether an expression may be something that outlives the run of the function it stands in, by names alone."""

from __future__ import annotations

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.scopes import Class, Function, Scope, holder
from flake8_session_isolation.linking.function_values import function_values
from flake8_session_isolation.linking.injections import injections
from flake8_session_isolation.linking.kept_instances import is_kept
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.shapes import ClassObject

DEEPEST = 4
"""Variables that are bound to others, one after the other."""


def hands_over_shared(call: ir.Call, scope: Scope, view: Sharing) -> bool:
    """Whether a call is of a method of something that may be shared, or is given it."""
    func = call.func
    given = (*call.args, *(each.value for each in call.keywords))
    if isinstance(func, ir.Attribute) and may_be_shared(func.value, scope, view):
        return True
    return any(may_be_shared(each, scope, view) for each in given)


def may_be_shared(node: ir.Expression, scope: Scope, view: Sharing, depth: int = 0) -> bool:
    """Whether an expression may be a variable, or a part of one, that no run of a function makes for itself."""
    while True:
        if isinstance(node, ir.Name):
            return _is_lasting(node.id, scope, view, depth)
        if isinstance(node, (ir.Attribute, ir.Subscript, ir.Await, ir.Starred, ir.NamedExpr)):
            node = node.value
        elif isinstance(node, (ir.IfExp, ir.BoolOp)):
            parts = node.values if isinstance(node, ir.BoolOp) else (node.body, node.orelse)
            return any(may_be_shared(each, scope, view, depth) for each in parts)
        elif isinstance(node, ir.Call):
            return _gives_shared(node, scope, view, depth)
        else:
            return False


def _gives_shared(node: ir.Call, scope: Scope, view: Sharing, depth: int) -> bool:
    """Whether a call may give such a thing: a function of the project, or a method of one."""
    for each in function_values(node.func, scope, view):
        if isinstance(each, Function):
            return True
        if isinstance(each, ClassObject) and is_kept(each.itself, view.seen_from(each.itself.scope)):
            return True
    is_method = isinstance(node.func, ir.Attribute)
    return is_method and may_be_shared(node.func, scope, view, depth)


def _is_lasting(name: str, scope: Scope, view: Sharing, depth: int) -> bool:
    where = holder(name, scope)
    if where is None:
        return bool(view.module.scope.star_imports)
    if name in where.imports:
        return view.modules.find(where.imports[name], view.module) is not None
    if where is not scope or isinstance(where.owner, Class):
        return name not in where.functions
    owner = where.owner
    if isinstance(owner, Function) and name in owner.parameters:
        return _is_injected(name, owner, view)
    bound = where.bindings.get(name, ())
    return depth > DEEPEST or any(each is None or may_be_shared(each, scope, view, depth + 1) for each in bound)


def _is_injected(name: str, function: Function, view: Sharing) -> bool:
    """Whether a library may fill a parameter with what it has for all, or the function has a default for it."""
    if any(parameter == name and not isinstance(each, ir.Constant) for parameter, each in function.defaults):
        return True
    annotation = function.scope.annotations.get(name)
    is_filled = any(each.parameter == name for each in injections(function, view))
    return is_filled or isinstance(annotation, ir.Subscript) or name in view.provisions.names
