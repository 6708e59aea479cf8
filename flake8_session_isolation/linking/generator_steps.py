"""When generators run: plain ones whose elements are consumed at once, so that nothing else runs between their steps;
asynchronous ones that an object keeps, which run after the function that calls them has returned."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import body_of, nodes_below
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function, last_name
from flake8_session_isolation.linking.call_graph import call_graph_of
from flake8_session_isolation.linking.object_types import Sharing

_TAKE_ALL = frozenset(
    ("all", "any", "dict", "extend", "frozenset", "join", "len", "list", "max", "min", "set", "sorted", "sum", "tuple")
)
"""Last names of what takes all elements of its arguments in one step."""
_GIVES_WAY = (ir.Await, ir.Yield)


@memoised
def taken_at_once(view: Sharing) -> frozenset[Function]:
    """The plain generators of the module whose elements every caller takes without a pause between."""
    plain = {each for each in view.module.functions if each.yields and not each.is_coroutine}
    if not plain:
        return frozenset()
    incoming = call_graph_of(view).incoming()
    return frozenset(each for each in plain if _are_eager([caller for caller, _ in incoming.get(each, ())], each))


def _are_eager(callers: list[Function], generator: Function) -> bool:
    return bool(callers) and all(_is_eager(each, generator) for each in callers)


def _is_eager(caller: Function, generator: Function) -> bool:
    """Whether a function uses a generator, and only where it takes all elements."""
    nodes = body_of(caller.scope).nodes
    called = {each.func for each in nodes if isinstance(each, ir.Call)}
    uses = [each for each in nodes if last_name(each) == generator.short_name and each not in called]
    return bool(uses) and set(uses) <= set(_taken(nodes))


def _taken(nodes: tuple[ir.Node, ...]) -> Iterator[ir.Node]:
    """The iterables whose elements are all taken in one step."""
    for each in nodes:
        if isinstance(each, ir.Call) and last_name(each) in _TAKE_ALL:
            yield from each.args
        elif isinstance(each, ir.For) and not each.is_async and not _pauses(each):
            yield each.iter
        elif isinstance(each, ir.Comprehension) and not any(isinstance(one, ir.Await) for one in nodes_below(each)):
            yield from (one.iter for one in each.generators if not one.is_async)


@memoised
def kept_for_later(function: Function) -> frozenset[ir.Call]:
    """The calls in a coroutine function whose results another call takes that is not awaited: only an object or a task
    can take an asynchronous generator so, `StreamingResponse(generate())`."""
    if not function.is_coroutine:
        return frozenset()
    nodes = body_of(function.scope).nodes
    at_once = set(_used_at_once(nodes))
    takers = (each for each in nodes if isinstance(each, ir.Call) and each not in at_once)
    given = (part for each in takers for part in (*each.args, *(one.value for one in each.keywords)))
    return frozenset(each for each in given if isinstance(each, ir.Call))


def _used_at_once(nodes: tuple[ir.Node, ...]) -> Iterator[ir.Node]:
    """What is awaited, iterated over or entered where it stands."""
    for each in nodes:
        if isinstance(each, ir.Await):
            yield each.value
        elif isinstance(each, ir.For):
            yield each.iter
        elif isinstance(each, ir.Comprehension):
            yield from (one.iter for one in each.generators)
        elif isinstance(each, ir.With):
            yield from (one.context_expr for one in each.items)


def _pauses(loop: ir.For) -> bool:
    """Whether others run between the steps of a loop."""
    return any(
        isinstance(each, _GIVES_WAY) or (isinstance(each, (ir.For, ir.With)) and each.is_async)
        for each in nodes_below(*loop.body)
    )
