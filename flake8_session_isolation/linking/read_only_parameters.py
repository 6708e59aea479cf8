"""Parameters whose objects are only read: neither the function, nor one to which it passes them, changes or keeps them.

Decided by the form of each use, whatever its order; what is not known to read counts as more than that.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import body_of
from flake8_session_isolation.frontend.footprint import LOOKING_CALLS, LOOKING_METHODS
from flake8_session_isolation.frontend.nesting import functions_within
from flake8_session_isolation.frontend.scopes import Function, Scope
from flake8_session_isolation.frontend.walking import alternatives, children
from flake8_session_isolation.linking.argument_types import argument
from flake8_session_isolation.linking.function_values import function_values
from flake8_session_isolation.linking.object_types import Sharing

MOST_PARAMETERS = 50
"""Parameters to which one object is passed on; behind them it may be changed."""
_READING = frozenset({
    *(ir.Compare, ir.BinOp, ir.Mix, ir.UnaryOp, ir.Slice, ir.Starred, ir.AugAssign),
    *(ir.Branch, ir.While, ir.Assert, ir.For, ir.Generator, ir.Subscript, ir.Expr),
})  # fmt: skip
"""Kinds of nodes that only read the object below them; what is stored into is in the footprint."""
_HANDED_UP = frozenset({ir.BoolOp, ir.IfExp, ir.Keyword})
"""Kinds of nodes whose value is what is below them."""
_READING_CALLS = LOOKING_CALLS | {
    *("list", "tuple", "set", "frozenset", "dict", "enumerate", "zip", "reversed", "iter", "map", "filter", "print"),
}  # fmt: skip
_READING_METHODS = LOOKING_METHODS | {"count", "intersection", "issubset", "issuperset", "isdisjoint"}

Parameter: TypeAlias = tuple[Function, str]


def is_only_read(function: Function, name: str, view: Sharing) -> bool:
    """Whether the object of a parameter is only read; `view` is that of the function's module."""
    waiting: list[Parameter] = [(function, name)]
    seen = set(waiting)
    while waiting:
        at, parameter = waiting.pop()
        for passed in _passed_on(at, parameter, view.seen_from(at.scope)):
            if passed is None or len(seen) > MOST_PARAMETERS:
                return False
            if passed not in seen:
                seen.add(passed)
                waiting.append(passed)
    return True


def _passed_on(function: Function, name: str, view: Sharing) -> Iterator[Parameter | None]:
    """The parameters to which a function passes the object of one of its own; None for each use that may change or
    keep it."""
    nested = functions_within(view.module).get(function, ())
    for each in (function, *nested):
        if each is not function and (each.scope.binds(name) or name not in each.mentions):
            continue
        footprint = each.footprint
        if each.scope.classes or name in footprint.stores | footprint.changed_variables | each.scope.nonlocal_names:
            yield None
        if each is not function and any(_is(name, default) for _, default in each.defaults):
            yield None
        for node in body_of(each.scope).nodes:
            if type(node) not in _READING and type(node) not in _HANDED_UP:
                yield from _used_by(node, name, each.scope, view)


def _used_by(node: ir.Node, name: str, scope: Scope, view: Sharing) -> Iterator[Parameter | None]:
    """The same for one node."""
    if isinstance(node, ir.Call):
        yield from _given(node, name, scope, view)
    elif isinstance(node, ir.Attribute):
        if _is(name, node.value) and node.attr not in _READING_METHODS:
            yield None
    elif isinstance(node, ir.Assign):
        if _is(name, node.value):
            yield None
    elif any(isinstance(each, ir.Expression) and _is(name, each) for each in children(node)):
        yield None


def _given(call: ir.Call, name: str, scope: Scope, view: Sharing) -> Iterator[Parameter | None]:
    """The parameters that a call gives the object; None if it is not known which."""
    given = [each for each in (*call.args, *(each.value for each in call.keywords)) if _is(name, each)]
    if _is(name, call.func):
        yield None
    if not given or (isinstance(call.func, ir.Name) and call.func.id in _READING_CALLS):
        return
    targets = tuple(function_values(call.func, scope, view))
    if not targets:
        yield None
    for each in targets:
        if not isinstance(each, Function):
            yield None
            continue
        named = [own for own in each.parameters if argument(each, own, call) in given]
        yield from ((each, own) for own in named)
        if len(named) < len(given):
            yield None


def _is(name: str, node: ir.Expression) -> bool:
    """Whether the value of an expression may be that of a variable."""
    return any(isinstance(each, ir.Name) and each.id == name for each in alternatives(node))
