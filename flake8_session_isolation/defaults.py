"""Defaults that can be changed in place: made once, when the function is defined, and the same object at each call.

A parameter with such a default is a place of its caller's, and that of the default where the caller gives nothing.  A
test that only an argument passes leaves the default out.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace

from flake8_session_isolation.facts import Container, Facts
from flake8_session_isolation.paths import Kind, Path, Root
from flake8_session_isolation.program import Function
from flake8_session_isolation.sharing import Sharing
from flake8_session_isolation.values import Instance, Made, Shape, Value


def mutable_defaults(function: Function, sharing: Sharing) -> Iterator[tuple[str, Value]]:
    """Parameters whose default is a container, or an object of the project, with the default.

    Left out are parameters that say that they are no part of the signature (`_cache={}`), and the defaults of lambdas
    and of functions made anew at each call of another.
    """
    around = function.scope.parent
    if isinstance(function.node, ast.Lambda) or around is None or not outlives_calls(function):
        return
    for name, node in function.defaults():
        shape = None if name.startswith("_") or _is_cell(node) else sharing.expression(node, around)
        if shape is not None and _can_be_filled(shape, sharing.facts):
            yield name, Value(frozenset({Path(Root(Kind.DEFAULT, function.name, name))}), shapes=frozenset({shape}))


def _can_be_filled(shape: Shape, facts: Facts) -> bool:
    if isinstance(shape, Instance):
        return True
    return isinstance(shape, Made) and facts.tell(Container, shape.type) is not None


def outlives_calls(function: Function) -> bool:
    """Whether the function is defined once: no function around it makes it anew."""
    scope = function.scope.parent
    while scope is not None:
        if isinstance(scope.owner, Function):
            return False
        scope = scope.parent
    return True


def _is_cell(node: ast.expr) -> bool:
    """Whether a default is a variable in disguise, meant to be kept: `count=[0]`, `state={"count": 0}`."""
    parts = node.values if isinstance(node, ast.Dict) else getattr(node, "elts", ())
    return bool(parts) and all(isinstance(each, ast.Constant) and _is_start(each.value) for each in parts)


def _is_start(value: object) -> bool:
    return value is None or isinstance(value, (bool, int, float))


def has_stars(node: ast.Call) -> bool:
    """Whether a call gives what only its running shows: `f(*args)`, `f(**options)`."""
    return any(isinstance(each, ast.Starred) for each in node.args) or any(each.arg is None for each in node.keywords)


def defaults_in(value: Value) -> frozenset[Path]:
    """The defaults that a value may be, or that a display has among its parts."""
    places = value.places.union(*(each.places for each in value.parts))
    return frozenset(each for each in places if each.root.kind is Kind.DEFAULT and not each.steps)


def without_defaults(value: Value) -> Value:
    """The value where it is no default."""
    places = frozenset(each for each in value.places if each.root.kind is not Kind.DEFAULT)
    return value if places == value.places else replace(value, places=places)
