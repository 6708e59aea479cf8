"""The quick look at a file before anything else is loaded: can there be something to report at all?

Only the standard library, one pass over the text and, where that is not enough, over the tree.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

_SERVES = ("async def", "Thread(", "threading", "to_thread", "run_in_executor")
_CONTAINERS = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp, ast.Call)


def worth_reading(tree: ast.Module, lines: Sequence[str]) -> bool:
    """Whether the file has a coroutine, a thread, or a class attribute that its own text changes in place."""
    return any(word in line for line in lines for word in _SERVES) or _changes_class_attributes(tree)


def _changes_class_attributes(tree: ast.Module) -> bool:
    names = {name for node in _classes(tree.body) for name in _containers(node)}
    return bool(names) and any(_changed(node) in names for node in ast.walk(tree))


def _classes(body: Sequence[ast.stmt]) -> Iterator[ast.ClassDef]:
    for node in body:
        if isinstance(node, ast.ClassDef):
            yield node
            yield from _classes(node.body)
        elif isinstance(node, (ast.If, ast.Try)):
            yield from _classes(node.body)


def _containers(node: ast.ClassDef) -> Iterator[str]:
    """Names that a class body binds to something that can be changed."""
    for each in node.body:
        targets = each.targets if isinstance(each, ast.Assign) else [each.target] if isinstance(each, ast.AnnAssign) else []
        if targets and isinstance(each.value, _CONTAINERS):  # type: ignore[union-attr]
            yield from (target.id for target in targets if isinstance(target, ast.Name))


def _changed(node: ast.AST) -> str | None:
    """The attribute that a node changes in place: `x.name.method(...)`, `x.name[key] = ...`, `x.name += ...`."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Attribute(attr=name))):
            return name
        case ast.Subscript(value=ast.Attribute(attr=name), ctx=ast.Store() | ast.Del()):
            return name
        case ast.AugAssign(target=ast.Attribute(attr=name)):
            return name
    return None
