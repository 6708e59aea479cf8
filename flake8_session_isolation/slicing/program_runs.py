"""Coroutines that run once for the program, according to their bodies: they start a server, or never end.

Used only where nothing else shows it: what a library calls serves, whatever it does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from flake8_session_isolation.facts import AsksTerminal, BeginsServing, Facts, How, OneUser, OwnEvent, Row, UsuallyOnce
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import calls_of, nodes_below
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function, home, last_name
from flake8_session_isolation.linking.call_graph import call_graph_of
from flake8_session_isolation.linking.identity_decorators import does_nothing
from flake8_session_isolation.linking.known_endings import endings, may_be_known
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.registrations import registrations_of
from flake8_session_isolation.slicing.execution_context import Context, Standing


def by_default(function: Function, view: Sharing) -> Standing:
    """How a coroutine function runs, if nothing else shows it."""
    named = view.facts.row(UsuallyOnce, function.short_name)
    is_so_called = named is not None and named.if_uncalled and not _is_decorated(function, view)
    if is_so_called and named is not None and not named.ends_object:
        return Standing(frozenset({Context.ONCE}), "by its name it belongs to a program's start or end")
    if works_for_one_user(function, view):
        return OF_ONE_USER
    if function in starting(view):
        return Standing(frozenset({Context.ONCE}), "it makes or runs a server")
    if function in asking(view):
        return Standing(frozenset({Context.ONCE}), "it asks the user at the program's terminal")
    if function in endless(view):
        return Standing(frozenset({Context.BACKGROUND}), "it runs an endless loop", is_entry=True)
    because = "it is a coroutine function that nothing shows to run once"
    is_ending = is_so_called and function.receiver is not None and _is_given_nothing(function)
    return Standing(frozenset({Context.TASKS}), because, True, is_ending=is_ending)


def is_own_event(function: Function, facts: Facts) -> bool:
    """Whether a library calls a coroutine function for an event of its own connection: it is given no user's data."""
    is_named = function.is_coroutine and facts.row(OwnEvent, function.short_name) is not None
    return is_named and _is_given_nothing(function)


OF_ONE_USER = Standing(frozenset({Context.ONCE}), "its class is part of the program's user interface")


def works_for_one_user(function: Function, view: Sharing) -> bool:
    """Whether a function is a method of what the one user of the program sees: a terminal's screen, a window."""
    bases = map(str, function.owner.foreign_bases()) if function.owner is not None else ()
    rows = (view.facts.row(OneUser, each.partition(".")[0]) for each in bases)
    return any(row is not None and row.is_interface for row in rows)


def _is_given_nothing(function: Function) -> bool:
    """Whether a function has no parameter, or none beside its object."""
    return not set(function.parameters) - {function.receiver}


def _is_decorated(function: Function, view: Sharing) -> bool:
    """Whether a decorator may say how a function is served: one that only makes it its class's does not, nor one that
    does nothing."""
    others = (each for each in function.decorators if last_name(each) not in ("classmethod", "staticmethod"))
    return any(not does_nothing(each, function.around, view) for each in others)


@memoised
def starting(view: Sharing) -> frozenset[Function]:
    """The functions of a module that create or run a server, directly or by a call."""
    found = {each for each in view.module.functions if _begins_to_serve(each, view)}
    return _with_callers(found, view, lambda callee, caller: True)


@memoised
def asking(view: Sharing) -> frozenset[Function]:
    """The functions of a module that ask at the terminal, directly or by a call: they work for its one user."""
    last = endings(view.facts, AsksTerminal).names
    imports = (each for scope in view.module.scopes() for each in scope.imports.items())
    names = last.union(name for name, whole in imports if whole.rpartition(".")[2] in last)
    found = {each for each in view.module.functions if not names.isdisjoint(each.mentions) and _asks(each, view)}
    found.update(_asking_elsewhere(view))
    return _with_callers(found, view, lambda callee, caller: True)


def _asking_elsewhere(view: Sharing) -> Iterator[Function]:
    """The functions of a module that call a coroutine of another file which itself asks at the terminal."""
    for callee, calls in call_graph_of(view).incoming().items():
        if callee.is_coroutine and home(callee.scope) is not view.module and _asks_by_itself(callee, view):
            yield from (caller for caller, call in calls if call.how is How.CALL)


def _asks_by_itself(function: Function, view: Sharing) -> bool:
    theirs = view.seen_from(function.scope)
    return not endings(theirs.facts, AsksTerminal).names.isdisjoint(function.mentions) and _asks(function, theirs)


def _asks(function: Function, view: Sharing) -> bool:
    """Whether a function calls what asks at the terminal, or hands it to a thread: `to_thread(input, "> ")`."""
    parts = (one for each in calls_of(function.scope) for one in (each.node.func, *each.node.args))
    return _means_one(AsksTerminal, (each for each in parts if isinstance(each, _NAMES)), function, view)


_NAMES = (ir.Name, ir.Attribute)


def _begins_to_serve(function: Function, view: Sharing) -> bool:
    return _means_one(BeginsServing, (each.node.func for each in calls_of(function.scope)), function, view)


def _means_one(kind: type[Row], nodes: Iterable[ir.Expression], function: Function, view: Sharing) -> bool:
    """Whether one of some names in a function is described by a row of this kind."""
    known, names = endings(view.facts, kind), registrations_of(view).names
    may_be = (each for each in nodes if may_be_known(each, function.scope, view, known))
    return any(view.facts.first(kind, names(each, function.scope)) is not None for each in may_be)


@memoised
def endless(view: Sharing) -> frozenset[Function]:
    """The coroutines of a module that loop forever with a sleep and have no parameter, and those whose last statement
    awaits such a one."""
    found = {each for each in view.module.functions if each.is_coroutine and _is_loop(_last(each.body), each)}
    return _with_callers(found, view, _ends_in_a_call_of)


def _with_callers(
    found: set[Function], view: Sharing, counts: Callable[[Function, Function], bool]
) -> frozenset[Function]:
    """Functions with their direct and indirect callers, over the calls that `counts` accepts."""
    waiting = list(found)
    incoming = call_graph_of(view).incoming() if waiting else {}
    while waiting:
        callee = waiting.pop()
        for caller, call in incoming.get(callee, ()):
            if call.how is How.CALL and caller not in found and counts(callee, caller):
                found.add(caller)
                waiting.append(caller)
    return frozenset(found)


def _is_loop(last: ir.Node | None, function: Function) -> bool:
    """Whether a body ends in a `while True` that sleeps in each round and is left only by an error."""
    if not isinstance(last, ir.While) or set(function.parameters) - {function.receiver}:
        return False
    if not isinstance(last.test, ir.Constant) or not last.test.value:
        return False
    nodes = nodes_below(*last.body)
    sleeps = any(isinstance(each, ir.Await) and _calls(each.value, "sleep") for each in nodes)
    return sleeps and not any(isinstance(each, ir.Return) for each in _regular(last.body))


def _ends_in_a_call_of(callee: Function, caller: Function) -> bool:
    last = _last(caller.body)
    awaited = last.value if isinstance(last, ir.Expr) else None
    return isinstance(awaited, ir.Await) and _calls(awaited.value, callee.short_name)


def _calls(node: ir.Node, name: str) -> bool:
    return isinstance(node, ir.Call) and last_name(node.func) == name


def _last(body: Sequence[ir.Node]) -> ir.Node | None:
    """The last statement of a body, also inside `try` and `with`."""
    last = body[-1] if body else None
    return _last(last.body) if isinstance(last, (ir.Try, ir.With)) else last


def _regular(body: Iterable[ir.Node]) -> Iterator[ir.Node]:
    """All statements of a body except error handlers."""
    for each in body:
        yield each
        if isinstance(each, ir.If):
            yield from _regular((*(one for branch in each.branches for one in branch.body), *each.orelse))
        elif isinstance(each, (ir.With, ir.For, ir.While, ir.Try)):
            yield from _regular(each.body)
