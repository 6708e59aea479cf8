"""A module's text, rewritten so that each import leads back to the caller and decorators appear as calls."""

from __future__ import annotations

import ast
from collections.abc import Callable

from flake8_session_isolation.frontend.scopes import Module

_KEPT = frozenset({"property", "staticmethod", "classmethod", "setter", "getter", "deleter"})
"""Decorators that are understood without a call."""
_PASSED_OVER = frozenset({"abstractmethod", "override", "final"})


def rewritten(module: Module, import_key: Callable[[str], str]) -> str:
    """The source of `module`, in which `from import_key(name) import thing as name` stands for each import.

    Raises what parsing can raise.
    """
    return ast.unparse(_Rewriting(import_key).visit(ast.parse(module.text, module.path)))


class _Rewriting(ast.NodeTransformer):
    """One pass over a tree that no other code uses."""

    def __init__(self, import_key: Callable[[str], str]) -> None:
        self.import_key = import_key

    def visit_Import(self, node: ast.Import) -> list[ast.stmt]:
        names = ((each.asname or each.name.partition(".")[0], each) for each in node.names)
        return [self._import(each.name if each.asname else bound, bound) for bound, each in names]

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.stmt | list[ast.stmt]:
        if node.module == "__future__":
            return node
        start = "." * node.level + (node.module or "")
        start += "" if start.endswith(".") else "."
        return [self._import(start + each.name, each.asname or each.name) for each in node.names]

    def visit_FunctionDef(self, node: ast.FunctionDef) -> list[ast.stmt]:
        return self._definition(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> list[ast.stmt]:
        return self._definition(node)

    def _import(self, whole: str, bound: str) -> ast.stmt:
        name = ast.alias("*") if bound == "*" else ast.alias("thing", bound)
        return ast.ImportFrom(self.import_key(whole), [name], 0)

    def _definition(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.stmt]:
        self.generic_visit(node)
        names = [_last_name(each) for each in node.decorator_list]
        node.decorator_list = [each for each, name in zip(node.decorator_list, names) if name not in _PASSED_OVER]
        if "cached_property" in names:
            node.decorator_list = [ast.Name("property")]
        if all(_last_name(each) in _KEPT for each in node.decorator_list):
            return [node]
        decorated: ast.expr = ast.Name(node.name)
        for each in reversed(node.decorator_list):
            decorated = ast.Call(each, [decorated], [])
        node.decorator_list = []
        return [node, ast.Assign([ast.Name(node.name)], decorated, lineno=node.lineno)]


def _last_name(node: ast.expr) -> str | None:
    node = node.func if isinstance(node, ast.Call) else node
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else None
