"""What the text of a body does, noted once: modules are kept between linted files, and their text stays the same."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from weakref import WeakKeyDictionary

from flake8_session_isolation.program import DEFINITIONS, Scope


class CallSite(NamedTuple):
    """A call, and what its result is assigned to as it is; it may run several times in one run of the body."""

    node: ast.Call
    target: ast.expr | None
    is_repeated: bool


def calls_of(body: Sequence[ast.stmt], scope: Scope) -> tuple[CallSite, ...]:
    """The calls in the body that `scope` belongs to, those of nested functions and classes left out."""
    known = _calls.get(scope)
    if known is None:
        known = _calls[scope] = tuple(_calls_in(body))
    return known


_calls: WeakKeyDictionary[Scope, tuple[CallSite, ...]] = WeakKeyDictionary()


def _calls_in(body: Sequence[ast.stmt]) -> Iterator[CallSite]:
    stack: list[tuple[ast.AST, ast.expr | None, bool]] = [(each, None, False) for each in body]
    while stack:
        node, target, is_repeated = stack.pop()
        if isinstance(node, (*DEFINITIONS, ast.ClassDef, ast.Lambda)):
            continue
        if isinstance(node, ast.Call):
            yield CallSite(node, target, is_repeated)
        given = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        loops = is_repeated or isinstance(node, (ast.For, ast.AsyncFor, ast.While, ast.comprehension))
        for each in ast.iter_child_nodes(node):
            is_value = isinstance(node, (ast.Assign, ast.AnnAssign)) and each is node.value
            stack.append((each, given if is_value or isinstance(node, ast.BoolOp) else None, loops))
