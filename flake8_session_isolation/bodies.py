"""What the text of a body does, noted once: modules are kept between linted files, and their text stays the same."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from flake8_session_isolation.noted import noted
from flake8_session_isolation.program import DEFINITIONS, Class, Function, Module, Scope, home
from flake8_session_isolation.trees import children, walk


class CallSite(NamedTuple):
    """A call, and what its result is assigned to as it is; it may run several times in one run of the body."""

    node: ast.Call
    target: ast.expr | None
    is_repeated: bool


@noted
def calls_of(scope: Scope) -> tuple[CallSite, ...]:
    """The calls in the body that `scope` belongs to, those of nested functions and classes left out."""
    return tuple(_calls_in(_body(scope)))


def _body(scope: Scope) -> Sequence[ast.stmt]:
    match scope.owner:
        case Function() as function:
            return function.body
        case Class() as cls:
            return cls.node.body
    return home(scope).tree.body


def _calls_in(body: Sequence[ast.stmt]) -> Iterator[CallSite]:
    stack: list[tuple[ast.AST, ast.expr | None, bool]] = [(each, None, False) for each in body]
    while stack:
        node, target, is_repeated = stack.pop()
        kind = type(node)
        if kind in _SEPARATE:
            continue
        if isinstance(node, ast.Call):
            yield CallSite(node, target, is_repeated)
        value = node.value if isinstance(node, (ast.Assign, ast.AnnAssign)) else None
        given = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        loops = is_repeated or kind in _LOOPS
        stack.extend((each, given if each is value else None, loops) for each in children(node))


_SEPARATE = frozenset({*DEFINITIONS, ast.ClassDef, ast.Lambda})
_LOOPS = frozenset({ast.For, ast.AsyncFor, ast.While, ast.comprehension})


Step: TypeAlias = ast.Call | ast.Assign


@noted
def calls_and_assignments(module: Module) -> tuple[tuple[Step, Scope], ...]:
    """Each call and assignment of a module with the scope that it stands in, in source order, outer ones first."""
    return tuple(_steps_in(module))


@noted
def given_by_keyword(module: Module) -> Mapping[str, Sequence[str]]:
    """By keyword the variables that calls of a module are given by it, or that a variable of that name is bound to."""
    found: dict[str, list[str]] = {}
    for node, _ in calls_and_assignments(module):
        for keyword, variable in _named_by(node):
            found.setdefault(keyword, []).append(variable)
    return found


def _named_by(node: Step) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.Call):
        for each in node.keywords:
            if each.arg is not None and isinstance(each.value, ast.Name):
                yield each.arg, each.value.id
    elif isinstance(node.targets[0], ast.Name) and isinstance(node.value, ast.Name):
        yield node.targets[0].id, node.value.id


def _steps_in(module: Module) -> Iterator[tuple[Step, Scope]]:
    stack: list[tuple[ast.AST, Scope]] = [(module.tree, module.scope)]
    while stack:
        node, scope = stack.pop()
        if isinstance(node, (ast.Call, ast.Assign)):
            yield node, scope
        inner = module.by_node.get(node) or module.class_of.get(node)
        body = getattr(node, "body", ()) if inner is not None else ()
        inside = set(body) if isinstance(body, list) else {body}
        for each in reversed(children(node)):
            stack.append((each, inner.scope if inner is not None and each in inside else scope))


class Entry(NamedTuple):
    """What a `with` statement enters to bind a variable."""

    entered: ast.expr
    statement: ast.With | ast.AsyncWith


@noted
def entries_of(function: Function) -> Mapping[str, Entry]:
    """By variable the first `with` statement in a function that binds it."""
    found: dict[str, Entry] = {}
    for node in walk(function.node):
        for item in node.items if isinstance(node, (ast.With, ast.AsyncWith)) else ():
            if isinstance(node, (ast.With, ast.AsyncWith)) and isinstance(item.optional_vars, ast.Name):
                found.setdefault(item.optional_vars.id, Entry(item.context_expr, node))
    return found
