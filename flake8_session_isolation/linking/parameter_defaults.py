"""Mutable defaults: created once, when the function is defined, and shared by all calls."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.facts import Container, Facts
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.memoised import memoised_within
from flake8_session_isolation.frontend.scopes import Function, Scope
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.shapes import Instance, Made, Shape


def mutable_default_shapes(function: Function, sharing: Sharing) -> Iterator[tuple[str, Shape]]:
    """Parameters whose default is a container, or an object of the project, with its shape. Left out are private
    parameters (`_cache={}`), and the defaults of lambdas and of nested functions, which each call creates again."""
    around = function.scope.parent
    if not function.defaults or function.is_lambda or around is None or not outlives_calls(function):
        return
    for name, node in function.defaults:
        shape = None if name.startswith("_") or _is_cell(node) else sharing.expression(node, around)
        if shape is not None and _can_be_filled(shape, sharing.facts):
            yield name, shape


@memoised_within
def mutable_defaults(function: Function, sharing: Sharing) -> frozenset[str]:
    """The parameters that `mutable_default_shapes` gives; each parameter that is used asks whether it is one."""
    return frozenset(name for name, _ in mutable_default_shapes(function, sharing))


def _can_be_filled(shape: Shape, facts: Facts) -> bool:
    if isinstance(shape, Instance):
        return True
    return isinstance(shape, Made) and facts.row(Container, shape.type) is not None


def outlives_calls(function: Function) -> bool:
    """Whether the function is defined once: no enclosing function creates it again."""
    scope: Scope | None = function.scope.parent
    while scope is not None:
        if isinstance(scope.owner, Function):
            return False
        scope = scope.parent
    return True


def _is_cell(node: ir.Expression) -> bool:
    """Whether a default serves as a variable on purpose: `count=[0]`, `state={"count": 0}`."""
    parts = node.values if isinstance(node, ir.Dict) else node.elts if isinstance(node, ir.Display) else ()
    return bool(parts) and all(isinstance(each, ir.Constant) and _is_start(each.value) for each in parts)


def _is_start(value: object) -> bool:
    return value is None or isinstance(value, (bool, int, float))


def has_stars(node: ir.Call) -> bool:
    """Whether a call has arguments that are only known when it runs: `f(*args)`, `f(**options)`."""
    return any(isinstance(each, ir.Starred) for each in node.args) or any(each.arg is None for each in node.keywords)
