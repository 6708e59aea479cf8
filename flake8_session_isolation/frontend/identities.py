"""Decorators that give back what they decorate and do nothing else: they are as good as none."""

from __future__ import annotations

import ast

from flake8_session_isolation.frontend.scopes import Scope, holder


def is_identity(node: ast.AST) -> bool:
    """Whether a function gives back its one argument: `def unchanged(f): return f`."""
    if not isinstance(node, (ast.FunctionDef, ast.Lambda)):
        return False
    given = [each.arg for each in node.args.args]
    others = (node.args.posonlyargs, node.args.kwonlyargs, node.args.vararg, node.args.kwarg, node.args.defaults)
    value = node.body if isinstance(node, ast.Lambda) else _only_result(node)
    return not any(others) and isinstance(value, ast.Name) and given == [value.id]


def makes_identity(node: ast.AST) -> bool:
    """Whether a function returns a nested one that gives back its argument: `def marked(label): return lambda f: f`."""
    if not isinstance(node, ast.FunctionDef):
        return False
    value = _only_result(node)
    inner = [each for each in node.body if isinstance(each, ast.FunctionDef)]
    if isinstance(value, ast.Name) and len(inner) == 1 and value.id == inner[0].name:
        return is_identity(inner[0])
    return not inner and value is not None and is_identity(value)


def _only_result(node: ast.FunctionDef) -> ast.expr | None:
    """The value that a function without decorators returns, if its body only defines another function."""
    *before, last = node.body
    is_idle = not node.decorator_list and all(isinstance(each, ast.FunctionDef) or _is_text(each) for each in before)
    return last.value if is_idle and isinstance(last, ast.Return) else None


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def effective(decorators: list[ast.expr], scope: Scope) -> list[ast.expr]:
    """The decorators of something that is defined in a scope, without those that do nothing."""
    return [each for each in decorators if not _does_nothing(each, scope)] if decorators else decorators


def _does_nothing(decorator: ast.expr, scope: Scope) -> bool:
    name = decorator.func if isinstance(decorator, ast.Call) else decorator
    where = holder(name.id, scope) if isinstance(name, ast.Name) else None
    if where is None or not isinstance(name, ast.Name) or where.bindings[name.id] != [None]:
        return False
    function = where.functions.get(name.id)
    if function is None:
        return False
    return function.makes_identity if isinstance(decorator, ast.Call) else function.is_identity
