"""Calls and assignments of a module with the scopes in which they stand, found once: modules are kept between files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function, Module, Scope, home
from flake8_session_isolation.frontend.walking import children, class_header, header, walk_body


class CallSite(NamedTuple):
    """A call, and what its result is assigned to as it is; it may run several times in one run of the body."""

    node: ir.Call
    target: ir.Expression | None
    is_repeated: bool


@memoised
def calls_of(scope: Scope) -> tuple[CallSite, ...]:
    """The calls in the body that `scope` belongs to, those of nested functions and classes left out."""
    body = home(scope).body if scope.owner is None else scope.owner.body
    return tuple(_calls_in(body))


def _calls_in(body: Sequence[ir.Statement]) -> Iterator[CallSite]:
    stack: list[tuple[ir.Node, ir.Expression | None, bool]] = [(each, None, False) for each in body]
    while stack:
        node, target, is_repeated = stack.pop()
        kind = type(node)
        if kind in _SEPARATE:
            continue
        if isinstance(node, ir.Call):
            yield CallSite(node, target, is_repeated)
        value = node.value if isinstance(node, ir.Assign) else None
        given = node.targets[0] if isinstance(node, ir.Assign) else None
        loops = is_repeated or kind in _LOOPS
        stack.extend((each, given if each is value else None, loops) for each in children(node))


_SEPARATE = frozenset({ir.Define, ir.DefineClass, ir.Lambda})
_LOOPS = frozenset({ir.For, ir.While, ir.Generator})

Step: TypeAlias = ir.Call | ir.Assign


@memoised
def calls_and_assignments(module: Module) -> tuple[tuple[Step, Scope], ...]:
    """Each call and assignment of a module with the scope that it stands in, in source order, outer ones first."""
    return tuple(_steps_in(module))


def _steps_in(module: Module) -> Iterator[tuple[Step, Scope]]:
    stack: list[tuple[ir.Node, Scope]] = [(each, module.scope) for each in reversed(module.body)]
    while stack:
        node, scope = stack.pop()
        if isinstance(node, (ir.Call, ir.Assign)):
            yield node, scope
        if isinstance(node, (ir.Define, ir.Lambda)):
            stack.extend((each, node.function.scope) for each in reversed(node.function.body))
            stack.extend((each, scope) for each in reversed(header(node.function)))
        elif isinstance(node, ir.DefineClass):
            stack.extend((each, node.cls.scope) for each in reversed(node.cls.body))
            stack.extend((each, scope) for each in reversed(class_header(node.cls)))
        else:
            stack.extend((each, scope) for each in reversed(children(node)))


@memoised
def given_by_keyword(module: Module) -> Mapping[str, Sequence[str]]:
    """By keyword the variables that calls of a module are given by it, or that a variable of that name is bound to."""
    found: dict[str, list[str]] = {}
    for node, _ in calls_and_assignments(module):
        for keyword, variable in _named_by(node):
            found.setdefault(keyword, []).append(variable)
    return found


def _named_by(node: Step) -> Iterator[tuple[str, str]]:
    if isinstance(node, ir.Call):
        for each in node.keywords:
            if each.arg is not None and isinstance(each.value, ir.Name):
                yield each.arg, each.value.id
    elif isinstance(node.targets[0], ir.Name) and isinstance(node.value, ir.Name):
        yield node.targets[0].id, node.value.id


class Entry(NamedTuple):
    """What a `with` statement enters to bind a variable."""

    entered: ir.Expression
    is_async: bool


@memoised
def entries_of(function: Function) -> Mapping[str, Entry]:
    """By variable the first `with` statement in a function that binds it."""
    found: dict[str, Entry] = {}
    for node in walk_body(function):
        for item in node.items if isinstance(node, ir.With) else ():
            if isinstance(item.optional_vars, ir.Name) and isinstance(node, ir.With):
                found.setdefault(item.optional_vars.id, Entry(item.context_expr, node.is_async))
    return found
