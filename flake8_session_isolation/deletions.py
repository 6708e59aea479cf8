"""What `del` does to a place; one that catches the error does not mind if there is nothing to delete."""

from __future__ import annotations

import ast

from flake8_session_isolation.expressions import bind_parts, targets
from flake8_session_isolation.facts import Action
from flake8_session_isolation.flow import Flow, Here, write
from flake8_session_isolation.program import Function, holder, last_name
from flake8_session_isolation.values import UNKNOWN, Constant, Value

_ERRORS = frozenset({"KeyError", "LookupError", "Exception", "BaseException"})


def delete(target: ast.expr, here: Here, flow: Flow) -> None:
    """`del`: a place is emptied, a local name forgotten."""
    function = here.frame.function
    if isinstance(target, ast.Name):
        flow.names.pop(target.id, None)
        if holder(target.id, function.scope) is not function.scope:
            bind_parts(target, Value(shapes=frozenset({Constant("None")})), here, flow)
    elif isinstance(target, (ast.Tuple, ast.List)):
        for each in target.elts:
            delete(each, here, flow)
    else:
        action = Action.DISCARD if _is_tolerated(target, function) else Action.DELETE
        for path, _ in targets(target, here, flow):
            write(path, action, UNKNOWN, target, here, flow)


def _is_tolerated(target: ast.expr, function: Function) -> bool:
    """Whether the function goes on where the item is not there: `del` stands in a `try`, or under `suppress`."""
    around = (each for each in ast.walk(function.node) if isinstance(each, (ast.Try, ast.With)) and _forgives(each))
    return any(target in each.targets for node in around for each in node.body if isinstance(each, ast.Delete))


def _forgives(block: ast.Try | ast.With) -> bool:
    """Whether a block lets a missing key pass."""
    if isinstance(block, ast.With):
        calls = [each.context_expr for each in block.items if isinstance(each.context_expr, ast.Call)]
        return any(last_name(each.func) == "suppress" and any(map(_is_missing_key, each.args)) for each in calls)
    caught = (each for each in block.handlers if not _raises(each))
    return any(each.type is None or _is_missing_key(each.type) for each in caught)


def _is_missing_key(node: ast.expr) -> bool:
    """Whether that a key is missing is among the errors which an expression names."""
    parts = node.elts if isinstance(node, ast.Tuple) else [node]
    return any(last_name(each) in _ERRORS for each in parts)


def _raises(handler: ast.ExceptHandler) -> bool:
    return any(isinstance(each, ast.Raise) for each in ast.walk(handler))
