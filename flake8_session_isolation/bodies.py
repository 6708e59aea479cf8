"""What the text of a body does, noted once: modules are kept between linted files, and their text stays the same."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias
from weakref import WeakKeyDictionary

from flake8_session_isolation.program import DEFINITIONS, Function, Module, Scope
from flake8_session_isolation.trees import children, walk


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


def calls_and_assignments(module: Module) -> tuple[tuple[Step, Scope], ...]:
    """Each call and assignment of a module with the scope that it stands in, in source order, outer ones first."""
    known = _steps.get(module)
    if known is None:
        known = _steps[module] = tuple(_steps_in(module))
    return known


_steps: WeakKeyDictionary[Module, tuple[tuple[Step, Scope], ...]] = WeakKeyDictionary()


def given_by_keyword(module: Module) -> Mapping[str, Sequence[str]]:
    """By keyword the variables that calls of a module are given by it, or that a variable of that name is bound to."""
    known = _given.get(module)
    if known is None:
        known = _given[module] = {}
        for node, _ in calls_and_assignments(module):
            for keyword, variable in _named_by(node):
                known.setdefault(keyword, []).append(variable)
    return known


_given: WeakKeyDictionary[Module, dict[str, list[str]]] = WeakKeyDictionary()


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


def entries_of(function: Function) -> Mapping[str, Entry]:
    """By variable the first `with` statement in a function that binds it."""
    known = _entries.get(function)
    if known is None:
        known = _entries[function] = {}
        for node in walk(function.node):
            for item in node.items if isinstance(node, (ast.With, ast.AsyncWith)) else ():
                if isinstance(node, (ast.With, ast.AsyncWith)) and isinstance(item.optional_vars, ast.Name):
                    known.setdefault(item.optional_vars.id, Entry(item.context_expr, node))
    return known


_entries: WeakKeyDictionary[Function, dict[str, Entry]] = WeakKeyDictionary()
