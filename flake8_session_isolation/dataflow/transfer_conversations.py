"""Effects on library objects that remember a conversation, and whether a call names the session.

A call that adds to such an object or answers from it, and one that gets it handed to use it, is an effect
`Action.CONVERSE` at the places of the object; a call that names the session is not recorded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from flake8_session_isolation.dataflow.access_paths import Path, Step
from flake8_session_isolation.dataflow.call_arguments import Arguments
from flake8_session_isolation.dataflow.effects import Effect, Use
from flake8_session_isolation.dataflow.recording import depending, write
from flake8_session_isolation.dataflow.session_factories import asks_for_nobody
from flake8_session_isolation.dataflow.state import Flow, Here
from flake8_session_isolation.dataflow.transfer_names import outer_variable
from flake8_session_isolation.dataflow.transfer_resets import begin_or_feed
from flake8_session_isolation.dataflow.values import UNKNOWN, LibraryMethod, Value, union
from flake8_session_isolation.facts import Action, Conversation, Facts, Unique
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.scopes import Scope, holder
from flake8_session_isolation.frontend.sets import in_order
from flake8_session_isolation.linking.library_constructors import remembering
from flake8_session_isolation.linking.shapes import Instance, Made
from flake8_session_isolation.linking.symbols import dotted

DEEPEST = 8
"""Levels of an argument's display that are looked into for the session's name."""


def converse(given: Arguments, here: Here, flow: Flow) -> None:
    """Record what an unknown call adds to conversations: to the one whose method it calls or starts, and to those among
    its arguments; and to an object that is reset for each use."""
    facts = here.frame.facts
    for method, asked in _asked(given):
        for row in _rows(asked, facts):
            _ask(row, method, asked, given, here, flow)
    for name, value in _handed(given, here, flow):
        for row in _rows(value, facts):
            if name in row.handed_as:
                _talk(row, value, Use.DATA, given, here, flow)
    begin_or_feed(given, here, flow)


def _ask(row: Conversation, method: str, asked: Value, given: Arguments, here: Here, flow: Flow) -> None:
    """Record what a method of a conversation does to it."""
    if method in row.forgets:
        for place in in_order(asked.places):
            write(place, Action.CLEAR, UNKNOWN, given.node.func, here, flow)
    elif method in row.methods:
        _talk(row, asked, Use.RECEIVER, given, here, flow)
    elif method in row.answers:
        for place in in_order(asked.places):
            _say(row, place, UNKNOWN, given.node.func, Use.DATA, here, flow)


def put(
    target: ir.Attribute | ir.Subscript, asked: Callable[[Here], Value], value: Value, here: Here, flow: Flow
) -> None:
    """Record what a store adds to a conversation: `client.headers["Authorization"] = token`. `asked` gives the object
    without recording a read."""
    facts = here.frame.facts
    if not facts.knows(Conversation):
        return
    whole = asked(here.replaced(frame=here.frame.aside()))
    for row in _rows(whole, facts):
        if row.in_turn and (isinstance(target, ir.Subscript) or target.attr in row.parts):
            for place in in_order(whole.places):
                path = place.then(Step(target.attr)) if isinstance(target, ir.Attribute) else place
                _say(row, path, value, target, Use.RECEIVER, here, flow)


def answer(node: ir.Attribute, asked: Value, here: Here, flow: Flow) -> None:
    """Record that an attribute of a conversation returns the last message of any session."""
    for row in _rows(asked, here.frame.facts):
        if node.attr in row.answers:
            for place in in_order(asked.places):
                _say(row, place, UNKNOWN, node, Use.DATA, here, flow)


def _asked(given: Arguments) -> Iterator[tuple[str, Value]]:
    """The methods that a call runs, with their objects: `chain.run(text)`, `asyncio.to_thread(chain.run, text)`."""
    if given.spawned is None:
        yield (given.method, given.receiver) if given.method else ("__call__", given.callee)
    else:
        started = (each for each in given.spawned.shapes if isinstance(each, LibraryMethod))
        yield from ((each.name, each.receiver) for each in started)


def _rows(value: Value, facts: Facts) -> Iterator[Conversation]:
    """The rows of the conversations that a value at some place may be."""
    shapes = [each for each in value.shapes if isinstance(each, (Made, Instance))]
    return remembering(shapes, facts) if value.places else iter(())


def _handed(given: Arguments, here: Here, flow: Flow) -> Iterator[tuple[str, Value]]:
    """The named arguments with their names; of a list each variable in it."""
    yield from given.named.items()
    for keyword in given.node.keywords:
        if keyword.arg is not None and isinstance(keyword.value, (ir.List, ir.Tuple)):
            names = (each for each in keyword.value.elts if isinstance(each, ir.Name))
            yield from ((keyword.arg, flow.names.get(each.id) or outer_variable(each, here)) for each in names)


def _talk(row: Conversation, conversation: Value, use: Use, given: Arguments, here: Here, flow: Flow) -> None:
    """Record a message to a conversation, unless an argument names whose conversation is meant."""
    named = _names_a_session(row, given.node, here)
    for place in in_order(conversation.places):
        if named and not (row.asks is not None and asks_for_nobody(place, row.asks, here.frame.sharing)):
            continue
        _say(row, place, union(given.all), given.node.func, use, here, flow)


def _say(row: Conversation, place: Path, said: Value, node: ir.Node, use: Use, here: Here, flow: Flow) -> None:
    """Record a message at a place; in a thread-local only coroutines share it."""
    if row.per_thread and not here.frame.function.is_coroutine:
        return
    action = Action.WORK if row.in_turn else Action.CONVERSE
    value = Value(origins=said.processed().origins)
    depending(Effect(place, action, here.frame.site(node), value=value, use=use, exposed=True), (), here, flow)


def _names_a_session(row: Conversation, call: ir.Call, here: Here) -> bool:
    """Whether an argument of a call tells, or may tell, whose conversation is meant: it is not the same for all
    sessions."""
    scope = here.frame.function.scope
    labelled = [each for part in (*call.args, *call.keywords) for each in _labelled(part, scope, here, 0)]
    labels = [each for each in labelled if each.name in row.per_session]
    if labels:
        return not all(_is_everybodys(each.node, each.scope, here) for each in labels)
    return row.insists or (bool(row.per_session) and any(each.name is None for each in labelled))


class _Labelled(NamedTuple):
    """An expression that is passed under a name, at any depth; None for one whose parts are unknown."""

    name: str | None
    node: ir.Expression
    scope: Scope


def _labelled(node: ir.Node, scope: Scope, here: Here, depth: int) -> Iterator[_Labelled]:
    """The named parts of an argument: itself, items of displays, arguments of calls in it."""
    if depth > DEEPEST:
        return
    if isinstance(node, ir.Keyword):
        yield _Labelled(node.arg, node.value, scope)
        node = node.value
    if isinstance(node, (ir.Name, ir.Attribute)):
        node, scope = _bound(node, scope, here)
    match node:
        case ir.Dict(keys=keys, values=values):
            for key, value in zip(keys, values):
                if isinstance(key, ir.Constant) and isinstance(key.value, str):
                    yield _Labelled(key.value, value, scope)
                yield from _labelled(value, scope, here, depth + 1)
        case ir.Call(args=args, keywords=keywords):
            for each in (*args, *keywords):
                yield from _labelled(each, scope, here, depth + 1)


def _bound(node: ir.Name | ir.Attribute, scope: Scope, here: Here) -> tuple[ir.Expression, Scope]:
    """The expression to which a variable, or an attribute of the receiver, is bound once and for all."""
    if isinstance(node, ir.Name) and any(node.id in each.footprint.stores for each in here.frame.module.functions):
        return node, scope
    bound = list(_bindings(node, scope, here))
    return bound[0] if len(bound) == 1 else (node, scope)


def _bindings(node: ir.Name | ir.Attribute, scope: Scope, here: Here) -> Iterator[tuple[ir.Expression, Scope]]:
    """What is bound to a variable or an attribute of the receiver, with the scopes in which that is written."""
    function = here.frame.function
    match node:
        case ir.Name(id=name) if (home := holder(name, scope)) is not None:
            yield from ((value or node, home) for value in home.bindings.get(name, ()))
        case ir.Attribute(value=ir.Name(id=receiver), attr=name) if function.owner and receiver == function.receiver:
            given = here.frame.sharing.attributes.bindings(function.owner).get(name, ())
            yield from ((each.value or node, each.method.scope) for each in given)


def _is_everybodys(node: ir.Expression, scope: Scope, here: Here) -> bool:
    """Whether an identifier is the same in every call: a literal, or a value that the module creates when it is
    loaded."""
    match node:
        case ir.Constant():
            return True
        case ir.Name(id=name):
            home = holder(name, scope)
            if home is None or name in here.frame.module.rebound:
                return False
            bound = home.bindings.get(name, [])
            return len(bound) == 1 and bound[0] is not None and _is_everybodys(bound[0], home, here)
        case ir.Call(func=func, args=args, keywords=[]):
            made_once = scope is scope.outermost
            unique = here.frame.facts.row(Unique, dotted(func, scope)) is not None
            as_text = dotted(func, scope) == "builtins.str"
            return made_once and (unique or as_text) and all(_is_everybodys(each, scope, here) for each in args)
    return False
