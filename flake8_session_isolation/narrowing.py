"""What a test tells of a variable on its branches: `isinstance(x, Service)`, and which parameters cannot be their
defaults: `if messages is None`, `messages or []`.

An empty default that nobody has changed yet is not true; what is only changed where it is true is never changed first.
"""

from __future__ import annotations

import ast
from dataclasses import replace
from functools import partial

from flake8_session_isolation.defaults import without_defaults
from flake8_session_isolation.flow import Flow, Here
from flake8_session_isolation.program import Class
from flake8_session_isolation.values import Instance, Shape, Value


def narrow(test: ast.expr, here: Here, then: Flow, otherwise: Flow) -> None:
    """Forget the defaults that `test` keeps out of each of its two branches."""
    _narrow(test, True, here, then)
    _narrow(test, False, here, otherwise)


def chosen(node: ast.BoolOp, values: list[Value], here: Here) -> list[Value]:
    """Which of its operands' values `or` and `and` give: `or` none that is an empty default, but for the last."""
    if isinstance(node.op, ast.And):
        return values
    return [*map(partial(_if_true, here), node.values[:-1], values), values[-1]]


def _if_true(here: Here, node: ast.expr, value: Value) -> Value:
    return without_defaults(value) if isinstance(node, ast.Name) and _is_empty(node.id, here) else value


def _narrow(test: ast.expr, truth: bool, here: Here, flow: Flow) -> None:
    match test:
        case ast.Name(id=name) | ast.Call(func=ast.Name(id="len"), args=[ast.Name(id=name)]):
            if _is_empty(name, here) is truth:
                _forget(name, flow)
        case ast.Call(func=ast.Name(id="isinstance"), args=[ast.Name(id=name), cls]) if truth and name in flow.names:
            _is_a(name, cls, here, flow)
        case ast.UnaryOp(op=ast.Not(), operand=inner):
            _narrow(inner, not truth, here, flow)
        case ast.BoolOp(op=op, values=values) if isinstance(op, ast.And) is truth:
            for each in values:
                _narrow(each, truth, here, flow)
        case ast.NamedExpr(value=inner):
            _narrow(inner, truth, here, flow)
        case ast.Compare(left=left, ops=[op], comparators=[ast.Constant(value=other)]):
            _compare(left, op, other, truth, here, flow)


def _is_a(name: str, cls: ast.expr, here: Here, flow: Flow) -> None:
    """Of what has no known class, or a wider one, this is the class."""
    told = here.frame.sharing.annotation(cls, here.frame.function.scope)
    known = flow.names[name]
    if isinstance(told, Instance) and all(_may_be(each, told.of) for each in known.shapes):
        flow.names[name] = replace(known, shapes=frozenset({told}))


def _may_be(shape: Shape, cls: Class) -> bool:
    """Whether something of this shape may be an instance of the class, of which the shape says no more."""
    return isinstance(shape, Instance) and shape.of in cls.lineage()


def _compare(left: ast.expr, op: ast.cmpop, other: object, truth: bool, here: Here, flow: Flow) -> None:
    """`x is None`, `len(x) > 0`."""
    if other is None and isinstance(left, ast.Name) and isinstance(op, (ast.Is, ast.Eq)) is truth:
        _forget(left.id, flow)
    elif other == 0 and isinstance(left, ast.Call) and isinstance(op, (ast.Eq, ast.Gt, ast.NotEq)):
        _narrow(left, truth is not isinstance(op, ast.Eq), here, flow)


def _is_empty(name: str, here: Here) -> bool:
    """Whether the default of this function's parameter has nothing in it."""
    node = dict(here.frame.function.defaults()).get(name)
    parts = node.keys if isinstance(node, ast.Dict) else node.args if isinstance(node, ast.Call) else None
    return not (getattr(node, "elts", ()) if parts is None else parts)


def _forget(name: str, flow: Flow) -> None:
    if name in flow.names:
        flow.names[name] = without_defaults(flow.names[name])
