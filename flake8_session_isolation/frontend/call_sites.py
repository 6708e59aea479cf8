"""The nodes of each body, its calls and its assignments, found in one walk and kept: modules are kept between files.

A body is what belongs to one scope: the bodies of functions and classes defined in it are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Class, Function, Module, Scope, home
from flake8_session_isolation.frontend.walking import alternatives, class_header, header, walk


class CallSite(NamedTuple):
    """A call, and the target to which its result is assigned unchanged, if there is one; `is_repeated` if it is in a
    loop."""

    node: ir.Call
    target: ir.Expression | None
    is_repeated: bool


class Body(NamedTuple):
    """The nodes of a body in source order, names and literals left out; among them the calls, and the `steps`: calls,
    assignments and definitions."""

    nodes: tuple[ir.Node, ...]
    calls: tuple[CallSite, ...]
    steps: tuple[ir.Node, ...]


@memoised
def body_of(scope: Scope) -> Body:
    """The nodes of the body that `scope` belongs to."""
    return _read(home(scope).body if scope.owner is None else scope.owner.body)


def calls_of(scope: Scope) -> tuple[CallSite, ...]:
    """The calls in the body that `scope` belongs to, those of nested functions and classes left out."""
    return body_of(scope).calls


@memoised
def returned(function: Function) -> tuple[ir.Expression, ...]:
    """The values of a function's own `return` statements, without those of nested functions."""
    nodes = body_of(function.scope).nodes
    return tuple(each.value for each in nodes if isinstance(each, ir.Return) and each.value is not None)


MOST_ALIASES = 5
"""Local variables that stand for one another."""


@memoised
def results(function: Function) -> tuple[ir.Expression, ...]:
    """As `returned`, where a local variable that is bound once is replaced by its value."""
    return tuple(bound_once(each, function.scope) for each in returned(function))


def bound_once(node: ir.Expression, scope: Scope) -> ir.Expression:
    """The expression that a local variable is bound to, if only once; any other expression itself."""
    for _ in range(MOST_ALIASES):
        bound = scope.bindings.get(node.id, ()) if isinstance(node, ir.Name) else ()
        if len(bound) != 1 or bound[0] is None:
            break
        node = bound[0]
    return node


_LEAVES = frozenset({ir.Name, ir.Constant})
_LOOPS = frozenset({ir.For, ir.While, ir.Generator})
_DEFINITIONS = frozenset({ir.Define, ir.DefineClass, ir.Lambda})
_STEPS = _DEFINITIONS | {ir.Call, ir.Assign}
_ENDS_LOOP = ir.Node()
"""Is on the stack behind what a loop repeats."""


def _values(node: ir.Expression) -> list[ir.Expression]:
    """The possible values of an expression, awaited ones unwrapped."""
    return [each.value if isinstance(each, ir.Await) else each for each in alternatives(node)]


def _read(tops: Iterable[ir.Node]) -> Body:
    """Collect the nodes below some others."""
    nodes: list[ir.Node] = []
    calls: list[CallSite] = []
    targets: dict[ir.Node, ir.Expression] = {}
    loops = 0
    stack: list[ir.Node | None] = [*tops]
    stack.reverse()
    while stack:
        node = stack.pop()
        if node is None or type(node) in _LEAVES:
            continue
        kind = type(node)
        if node is _ENDS_LOOP:
            loops -= 1
            continue
        nodes.append(node)
        if isinstance(node, ir.Call):
            calls.append(CallSite(node, targets.get(node), loops > 0))
        elif isinstance(node, ir.Assign):
            targets.update(dict.fromkeys(_values(node.value), node.targets[0]))
        elif kind in _LOOPS:
            loops += 1
            stack.append(_ENDS_LOOP)
        for name in kind.parts[::-1]:
            value = getattr(node, name)
            stack += value[::-1] if type(value) is tuple else (value,)
    return Body(tuple(nodes), tuple(calls), tuple(each for each in nodes if type(each) in _STEPS))


def header_of(definition: Function | Class) -> tuple[ir.Node, ...]:
    """The nodes that are evaluated when a function or class is defined, names and literals left out."""
    return _header(definition).nodes


@memoised
def _header(definition: Function | Class) -> Body:
    return _read(header(definition) if isinstance(definition, Function) else class_header(definition))


def nodes_below(*tops: ir.Node) -> tuple[ir.Node, ...]:
    """Some nodes and those below them, in source order, names and literals left out."""
    return _read(tops).nodes


def defined_by(node: ir.Node) -> Function | Class | None:
    """The function or class that a node defines."""
    if isinstance(node, (ir.Define, ir.Lambda)):
        return node.function
    return node.cls if isinstance(node, ir.DefineClass) else None


def nodes_in(scope: Scope) -> Iterator[ir.Node]:
    """The nodes of a body and of all that is defined in it, in source order, names and literals left out."""
    return (node for node, _ in _placed(scope, _nodes))


def _nodes(body: Body) -> Iterator[ir.Node]:
    return iter(body.nodes)


def _steps(body: Body) -> Iterator[ir.Node]:
    return iter(body.steps)


def _placed(scope: Scope, part: Callable[[Body], Iterator[ir.Node]]) -> Iterator[tuple[ir.Node, Scope]]:
    """A part of the nodes of a body and of all nested definitions, with their scopes."""
    stack = [(part(body_of(scope)), scope)]
    while stack:
        at, scope = stack[-1]
        for node in at:
            yield node, scope
            definition = defined_by(node) if type(node) in _DEFINITIONS else None
            if definition is not None:
                stack.append((part(body_of(definition.scope)), definition.scope))
                stack.append((part(_header(definition)), scope))
                break
        else:
            stack.pop()


Step: TypeAlias = ir.Call | ir.Assign


@memoised
def calls_and_assignments(module: Module) -> tuple[tuple[Step, Scope], ...]:
    """Each call and assignment of a module with its scope, in source order, outer ones first."""
    placed = _placed(module.scope, _steps)
    return tuple((node, scope) for node, scope in placed if isinstance(node, (ir.Call, ir.Assign)))


@memoised
def given_by_keyword(module: Module) -> Mapping[str, Sequence[str]]:
    """For each keyword the variables that calls of a module pass by it, or to which a variable of that name is
    bound."""
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


def looped_over(name: str, scope: Scope) -> Iterator[ir.Expression]:
    """What the loops of a body go over that bind a variable."""
    for node in body_of(scope).nodes:
        if isinstance(node, (ir.For, ir.Generator)):
            if any(isinstance(each, ir.Name) and each.id == name for each in walk(node.target)):
                yield node.iter


class Entry(NamedTuple):
    """The expression that a `with` statement enters to bind a variable."""

    entered: ir.Expression
    is_async: bool


@memoised
def entries_of(function: Function) -> Mapping[str, Entry]:
    """For each variable the first `with` statement in a function that binds it."""
    found: dict[str, Entry] = {}
    for node in nodes_in(function.scope):
        for item in node.items if isinstance(node, ir.With) else ():
            if isinstance(item.optional_vars, ir.Name) and isinstance(node, ir.With):
                found.setdefault(item.optional_vars.id, Entry(item.context_expr, node.is_async))
    return found
