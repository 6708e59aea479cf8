"""Tables that are filled where they are created and nowhere else: every session finds the same values there."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import nodes_in
from flake8_session_isolation.frontend.memoised import memoised_within
from flake8_session_isolation.frontend.scopes import Function, Module, Scope, home
from flake8_session_isolation.linking.object_types import Sharing


@memoised_within
def is_fixed_table(variable: tuple[str, Scope], view: Sharing) -> bool:
    """Whether a module's variable is a dict whose entries are all written where it is made: of the functions of its
    module and of the one that `view` looks at none stores or removes an entry."""
    name, scope = variable
    module = home(scope)
    bound = scope.bindings.get(name, ())
    if scope.parent is not None or len(bound) != 1 or name in module.rebound or not _is_written_out(bound[0]):
        return False
    return not any(_fills(each, name) for each in _mentioning(name, {module, view.module}))


def _is_written_out(node: ir.Expression | None) -> bool:
    """Whether a dict has constant keys, or is made by a loop."""
    if isinstance(node, ir.Comprehension):
        return node.made == "builtins.dict"
    return isinstance(node, ir.Dict) and bool(node.keys) and all(isinstance(each, ir.Constant) for each in node.keys)


def _mentioning(name: str, modules: set[Module]) -> Iterator[Function]:
    return (each for module in modules for each in module.functions if name in each.mentions)


def _fills(function: Function, name: str) -> bool:
    """Whether a function stores or removes an entry of a table."""
    for node in nodes_in(function.scope):
        match node:
            case ir.Assign(targets=targets) | ir.Delete(targets=targets):
                if any(isinstance(each, ir.Subscript) and _is_table(each.value, name) for each in targets):
                    return True
            case ir.AugAssign(target=ir.Subscript(value=table)):
                if _is_table(table, name):
                    return True
            case ir.Call(func=ir.Attribute(value=table, attr=method)):
                if method in _FILLING and _is_table(table, name):
                    return True
    return False


def _is_table(node: ir.Expression, name: str) -> bool:
    return (isinstance(node, ir.Name) and node.id == name) or (isinstance(node, ir.Attribute) and node.attr == name)


_FILLING = frozenset({"setdefault", "update", "pop", "popitem", "clear", "__setitem__", "__delitem__"})
