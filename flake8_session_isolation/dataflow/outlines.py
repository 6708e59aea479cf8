"""Summaries of functions that touch no shared place: whether they pause, and what of their parameters they give back.

Most of what a served function calls is of this kind.  Its body is not interpreted: a result is taken to hold the data of
each parameter on which it depends by assignments, in whatever order they are run.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from flake8_session_isolation.dataflow.effects import Summary
from flake8_session_isolation.dataflow.values import AnyShape, Origin, Value
from flake8_session_isolation.facts import Carrier, Unique
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function
from flake8_session_isolation.frontend.walking import children
from flake8_session_isolation.linking.call_graph import call_graph_of, methods_of_parameters
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.symbols import dotted

SMALLEST = 60
"""Nodes of a body; a smaller one is interpreted like any other."""
_SEPARATE = frozenset({ir.Define, ir.DefineClass, ir.Lambda})


def can_be_outlined(function: Function) -> bool:
    """Whether a body is large enough to be worth it, and is run as a whole before its caller goes on."""
    return not function.is_context_manager and not function.yields and len(_nodes(function)) >= SMALLEST


@memoised
def _nodes(function: Function) -> tuple[ir.Node, ...]:
    """The nodes of a body, without those of nested functions and classes."""
    found: list[ir.Node] = []
    stack: list[ir.Node] = list(function.body)
    while stack:
        node = stack.pop()
        found.append(node)
        if type(node) not in _SEPARATE:
            stack.extend(children(node))
    return tuple(found)


def outlined(function: Function, view: Sharing) -> Summary:
    """The summary of a function that touches no shared place; `view` is that of its module."""
    return Summary(
        function,
        result=_result(function, view),
        pauses=may_pause(function, view),
        invoked=frozenset({*methods_of_parameters(function), *_called_parameters(function)}),
    )


def may_pause(function: Function, view: Sharing) -> bool:
    """Whether others may have their turn while a function runs; a coroutine that waits for itself does."""
    known = _pausing(view)
    if function not in known:
        known[function] = True
        known[function] = any(_is_pause(each, function, view) for each in _nodes(function))
    return known[function]


@memoised
def _pausing(view: Sharing) -> dict[Function, bool]:
    return {}


def _is_pause(node: ir.Node, function: Function, view: Sharing) -> bool:
    if isinstance(node, (ir.For, ir.With, ir.Generator)):
        return node.is_async
    if isinstance(node, ir.Yield):
        return True
    if not isinstance(node, ir.Await):
        return False
    targets = call_graph_of(view).targets(node.value, function) if isinstance(node.value, ir.Call) else ()
    functions = [each for each in targets if isinstance(each, Function)]
    if not functions or len(functions) != len(targets):
        return True
    return any(may_pause(each, view.seen_from(each.scope)) for each in functions)


def _called_parameters(function: Function) -> Iterator[tuple[str, str]]:
    for node in _nodes(function):
        if isinstance(node, ir.Call) and isinstance(node.func, ir.Name) and node.func.id in function.parameters:
            yield node.func.id, ""


def _result(function: Function, view: Sharing) -> Value:
    """What is given back, as far as assignments tell."""
    returned = [node.value for node in _nodes(function) if isinstance(node, ir.Return) and node.value is not None]
    names = _closure({name for each in returned for name in _names_in(each)}, _assigned(function))
    direct = {each.id for each in returned if isinstance(each, ir.Name)}
    origins = {Origin(each, each not in direct) for each in names.intersection(function.parameters)}
    given = view.factories.result(function)
    shapes: frozenset[AnyShape] = frozenset({given.shape}) if given is not None else frozenset()
    kept = frozenset(each for each in origins if not _is_everybodys(each.parameter, function, view))
    return Value(
        origins=kept,
        shapes=shapes,
        is_new=given is not None and given.is_new,
        is_unique=any(_is_unique(each, function, view) for each in returned),
    )


def _is_everybodys(name: str, function: Function, view: Sharing) -> bool:
    row = view.facts.tell(Carrier, name)
    return name == function.receiver or (row is not None and row.everybodys)


def _is_unique(node: ir.Expression, function: Function, view: Sharing) -> bool:
    """Whether an identifier that is made anew is given back, as it is or as a text."""
    while isinstance(node, (ir.Attribute, ir.Call)):
        if isinstance(node, ir.Call) and view.facts.tell(Unique, dotted(node.func, function.scope)):
            return True
        node = node.args[0] if isinstance(node, ir.Call) and node.args else getattr(node, "value", ir.Constant(None))
    return False


def _assigned(function: Function) -> dict[str, set[str]]:
    """By variable the names on which its values depend."""
    found: dict[str, set[str]] = defaultdict(set)
    for node in _nodes(function):
        for target, source in _bindings(node):
            names = set(_names_in(source))
            for each in _names_in(target):
                found[each] |= names
    return found


def _bindings(node: ir.Node) -> Iterable[tuple[ir.Expression, ir.Expression]]:
    """What a node binds or stores into, with what it takes that from."""
    if isinstance(node, ir.Assign):
        return [(each, node.value) for each in node.targets]
    if isinstance(node, (ir.AugAssign, ir.NamedExpr)):
        return [(node.target, node.value)]
    if isinstance(node, (ir.For, ir.Generator)):
        return [(node.target, node.iter)]
    if isinstance(node, ir.WithItem) and node.optional_vars is not None:
        return [(node.optional_vars, node.context_expr)]
    if isinstance(node, ir.Match):
        return [(each, node.subject) for case in node.cases for each in case.names]
    if isinstance(node, ir.Call) and isinstance(node.func, ir.Attribute):
        return [(node.func.value, each) for each in node.args]
    return ()


def _names_in(node: ir.Node) -> Iterator[str]:
    stack: list[ir.Node] = [node]
    while stack:
        each = stack.pop()
        if isinstance(each, ir.Name):
            yield each.id
        elif type(each) not in _SEPARATE:
            stack.extend(children(each))


def _closure(names: set[str], assigned: dict[str, set[str]]) -> set[str]:
    """The names with all that they depend on."""
    waiting = list(names)
    while waiting:
        fresh = assigned.get(waiting.pop(), set()) - names
        names |= fresh
        waiting.extend(fresh)
    return names
