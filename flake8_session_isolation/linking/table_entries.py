"""The containers that functions of a module keep as entries of a table: `rooms[room_id] = set()`."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import nodes_in
from flake8_session_isolation.frontend.memoised import memoised_within
from flake8_session_isolation.frontend.scopes import Function
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.shapes import Made

_CONTAINERS = ("builtins.", "collections.")


@memoised_within
def entry_kind(name: str, sharing: Sharing) -> Made | None:
    """The container that each entry of the tables is which this module keeps under `name`, a variable or an attribute;
    None where it stores nothing in them, or also something else."""
    homes = [each for each in sharing.module.functions if name in each.mentions]
    kinds = {sharing.expression(value, each.scope) for each in homes for value in _stored(name, each)}
    only = kinds.pop() if len(kinds) == 1 else None
    return Made(only.type) if isinstance(only, Made) and only.type.startswith(_CONTAINERS) else None


def _stored(name: str, function: Function) -> Iterator[ir.Expression]:
    """The values that a function stores under keys of a table of this name."""
    for node in nodes_in(function.scope):
        match node:
            case ir.Assign(targets=targets, value=value) if any(_is_entry(each, name) for each in targets):
                yield value
            case ir.Call(func=ir.Attribute(attr="setdefault", value=table), args=[_, value]) if _is_table(table, name):
                yield value


def _is_entry(node: ir.Expression, name: str) -> bool:
    """Whether it is an item of the table."""
    return isinstance(node, ir.Subscript) and not isinstance(node.slice, ir.Slice) and _is_table(node.value, name)


def _is_table(node: ir.Expression, name: str) -> bool:
    """Whether it is the variable of this name, or the attribute of some object."""
    return (node.id if isinstance(node, ir.Name) else node.attr if isinstance(node, ir.Attribute) else None) == name
