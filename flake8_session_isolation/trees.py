"""Walking syntax trees, past what binds nothing, mentions nothing and calls nothing: literals, contexts, operators."""

from __future__ import annotations

import ast
from collections.abc import Iterator

_IDLE_FIELDS = frozenset({"ctx", "op", "ops", "type_comment", "attr", "id", "arg", "value_type"})
_IDLE = frozenset({ast.Constant, str, int, bool, type(None)})
_fields: dict[type[ast.AST], tuple[str, ...]] = {ast.Constant: ()}
"""By the kind of a node the fields that may lead on."""


def children(node: ast.AST) -> list[ast.AST]:
    """As `ast.iter_child_nodes`, without what is idle."""
    kind = type(node)
    if kind not in _fields:
        _fields[kind] = tuple(each for each in node._fields if each not in _IDLE_FIELDS)
    found: list[ast.AST] = []
    for name in _fields[kind]:
        value = getattr(node, name, None)
        if type(value) is list:
            found += [each for each in value if type(each) not in _IDLE]
        elif isinstance(value, ast.AST) and type(value) is not ast.Constant:
            found.append(value)
    return found


def walk(top: ast.AST) -> Iterator[ast.AST]:
    """As `ast.walk`, in the same order, without what is idle."""
    level = [top]
    while level:
        yield from level
        level = [each for node in level for each in children(node)]
