"""Effects of `del`, also where the error for a missing entry is caught."""

from __future__ import annotations

from flake8_session_isolation.dataflow.recording import write
from flake8_session_isolation.dataflow.state import Flow, Here
from flake8_session_isolation.dataflow.transfer_expressions import bind_parts, targets
from flake8_session_isolation.dataflow.values import UNKNOWN, Value
from flake8_session_isolation.facts import Action
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.scopes import Function, holder, last_name
from flake8_session_isolation.frontend.walking import walk, walk_function
from flake8_session_isolation.linking.shapes import Constant

_ERRORS = frozenset({"KeyError", "LookupError", "Exception", "BaseException"})


def delete(target: ir.Expression, here: Here, flow: Flow) -> None:
    """`del`: record that a place is emptied, or forget a local variable."""
    function = here.frame.function
    if isinstance(target, ir.Name):
        flow.names.pop(target.id, None)
        if holder(target.id, function.scope) is not function.scope:
            bind_parts(target, Value(shapes=frozenset({Constant("None")})), here, flow)
    elif isinstance(target, (ir.Tuple, ir.List)):
        for each in target.elts:
            delete(each, here, flow)
    else:
        action = Action.DISCARD if _is_tolerated(target, function) else Action.DELETE
        for path, _ in targets(target, here, flow):
            write(path, Action.CLEAR if _is_all(target) else action, UNKNOWN, target, here, flow)


def _is_all(target: ir.Expression) -> bool:
    """Whether all elements of a list are deleted: `del items[:]`."""
    part = target.slice if isinstance(target, ir.Subscript) else None
    return isinstance(part, ir.Slice) and part.lower is None and part.upper is None and part.step is None


def _is_tolerated(target: ir.Expression, function: Function) -> bool:
    """Whether a missing item does not matter: `del` is in a `try`, or under `suppress`."""
    around = (each for each in walk_function(function) if isinstance(each, (ir.Try, ir.With)) and _forgives(each))
    return any(target in each.targets for node in around for each in node.body if isinstance(each, ir.Delete))


def _forgives(block: ir.Try | ir.With) -> bool:
    """Whether a block lets a missing key pass."""
    if isinstance(block, ir.With):
        if block.is_async:
            return False
        calls = [each.context_expr for each in block.items if isinstance(each.context_expr, ir.Call)]
        return any(last_name(each.func) == "suppress" and any(map(_is_missing_key, each.args)) for each in calls)
    caught = (each for each in block.handlers if not _raises(each))
    return any(each.type is None or _is_missing_key(each.type) for each in caught)


def _is_missing_key(node: ir.Expression) -> bool:
    """Whether an expression names an error that a missing key raises."""
    parts = node.elts if isinstance(node, ir.Tuple) else [node]
    return any(last_name(each) in _ERRORS for each in parts)


def _raises(handler: ir.ExceptHandler) -> bool:
    return any(isinstance(each, ir.Raise) for each in walk(handler))
