"""Objects of unknown classes that functions reset before they feed them: what they hold belongs to one use.

`decoder.reset()`, `decoder.feed(piece)`, `decoder.result()`: a decoder in a module's variable is one for all sessions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flake8_session_isolation.facts import describes
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function, Module, Scope, functions_around
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.shapes import Constant, Made

RESETS = frozenset({"reset", "reset_state", "reset_states"})
"""Methods by which an object begins anew."""
_BEGINS = frozenset({"connect", "on_connect", "websocket_connect", "open", "on_open", "prepare", "on_connection"})
"""Methods by which libraries begin to serve a connection or a request."""
_NONE = Constant("None")


def is_reset_by(name: str, function: Function) -> bool:
    """Whether a function, or one around it, resets the object in a variable of this name, or the method that begins a
    connection for it."""
    return name in _reset_by(function) or is_reset_around(name, function) or is_reset_at_begin(name, function)


def is_reset_at_begin(name: str, function: Function) -> bool:
    """Whether the method of its class that begins a connection resets the object in a variable of this name."""
    methods = function.owner.own_methods if function.owner is not None else ()
    begins = (each for each in methods if each is not function and each.short_name in _BEGINS)
    return any(name in _reset_by(each) for each in begins)


def is_reset_around(name: str, function: Function) -> bool:
    """Whether a function around this one resets the object in a variable of this name."""
    return any(name in _reset_by(each) for each in functions_around(function.scope))


def is_reset_before(name: str, function: Function, line: int) -> bool:
    """Whether a function resets the object in a variable of this name above a line, if there is one: `if decoder:
    decoder.reset()`."""
    return any(each == name and at < line for each, at in _reset_where_set(function))


@memoised
def _reset_where_set(function: Function) -> tuple[tuple[str, int], ...]:
    """The variables whose objects a function resets on the one condition that they hold one, with the lines."""
    found = []
    for statement in _always_run(function.body):
        test = statement.branches[0].test if isinstance(statement, ir.If) and not statement.orelse else None
        if isinstance(statement, ir.If) and isinstance(test, ir.Name):
            calls = (each.value for each in statement.branches[0].body if isinstance(each, ir.Expr))
            found += [(test.id, each.line) for each in calls if _resets(each, test.id)]
    return tuple(found)


def _always_run(block: Iterable[ir.Statement]) -> Iterator[ir.Statement]:
    """The statements of a block, and of the blocks in it that run whenever it does."""
    for each in block:
        yield each
        if isinstance(each, (ir.With, ir.Try)):
            yield from _always_run(each.body)
        elif isinstance(each, ir.If) and getattr(each.branches[0].test, "value", None) is True:
            yield from _always_run(each.branches[0].body)


def _resets(node: ir.Expression, name: str) -> bool:
    func = node.func if isinstance(node, ir.Call) else None
    owner = func.value if isinstance(func, ir.Attribute) and func.attr in RESETS else None
    return isinstance(owner, ir.Name) and owner.id == name


@memoised
def reset_in(module: Module) -> frozenset[str]:
    """The variables whose objects functions of a module reset, by their names."""
    return frozenset().union(*map(_reset_by, module.functions))


@memoised
def _reset_by(function: Function) -> frozenset[str]:
    """The variables whose objects a function resets itself, by their names."""
    return frozenset(name for name, attribute in function.footprint.parts if attribute in RESETS)


def may_hold_a_use(name: str, scope: Scope, view: Sharing) -> bool:
    """Whether a module's variable holds an object of a class of which nothing is known, as far as calls make it; until
    then, it may hold None."""
    shapes = view.variable(name, scope) - {_NONE}
    if shapes:
        return all(isinstance(each, Made) and not describes(each.type) for each in shapes)
    bound = [each for each in scope.bindings.get(name, ()) if not _is_none(each)]
    return bool(bound) and all(isinstance(each, ir.Call) for each in bound)


def _is_none(node: ir.Expression | None) -> bool:
    return isinstance(node, ir.Constant) and node.value is None
