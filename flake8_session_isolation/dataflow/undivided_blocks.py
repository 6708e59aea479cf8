"""Context managers of the project that are entered for a block in which no other task runs.

The `yield` of a generator that becomes a context manager is a pause: its block may await something.  Where the text of
the block shows that it does not, what the manager read before it still holds after it.  Not so if it hands the block
an object, or runs a function that it is given: what it writes then is what the caller says, who may have read before.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.dataflow.effects import Effect, Summary
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import body_of
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function
from flake8_session_isolation.frontend.walking import walk


def as_entered(summary: Summary, node: ir.Call, caller: Function) -> Summary:
    """The summary of a callee as it is at this call: of a context manager whose block does not pause, and that is no
    coroutine, nothing else pauses either."""
    function = summary.function
    is_entered = function.is_context_manager and not function.is_coroutine and node in _undivided(caller)
    if not is_entered or summary.invoked or _gives_an_object(function):
        return summary
    return summary.replaced(effects=tuple(map(_in_one_step, summary.effects)))


@memoised
def _gives_an_object(manager: Function) -> bool:
    return any(isinstance(each, ir.Yield) and each.value is not None for each in body_of(manager.scope).nodes)


def _in_one_step(effect: Effect) -> Effect:
    if not any(each.paused for each in effect.depends):
        return effect
    return effect.replaced(depends=frozenset(each._replace(paused=False) for each in effect.depends))


@memoised
def _undivided(function: Function) -> frozenset[ir.Node]:
    """What the `with` statements of a function enter whose blocks do not pause, as far as their text tells."""
    return frozenset(_entered_undivided(function))


def _entered_undivided(function: Function) -> Iterator[ir.Node]:
    for node in body_of(function.scope).nodes:
        if isinstance(node, ir.With) and not node.is_async and not any(map(_pauses, walk(*node.items, *node.body))):
            yield from (each.context_expr for each in node.items)


def _pauses(node: ir.Node) -> bool:
    """Whether others run at a node: it awaits, or it is a `yield`, at which the caller goes on."""
    if isinstance(node, (ir.With, ir.For, ir.Generator)):
        return node.is_async
    return isinstance(node, (ir.Await, ir.Yield))
