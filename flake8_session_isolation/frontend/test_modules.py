"""Whether a module holds tests and what these need, before it is lowered: by its form, never by the name of a file."""

from __future__ import annotations

import ast

_OF_RUNNERS = frozenset({"pytest", "pytest_asyncio", "unittest", "mock", "patch"})
"""First names of decorators that leave a test a test."""
_ONE_OTHER = 6
"""Functions and classes of which one may be something else than a test, and no more."""
_CASES = frozenset({"TestCase", "IsolatedAsyncioTestCase"})
"""Last names of the bases of classes whose methods a runner calls."""


def holds_tests(tree: ast.Module) -> bool:
    """Whether nearly all functions and classes at the top of a module are tests, and no code of its own may register
    one. A module with a few tests beside other code is for that code."""
    offered = [each for each in tree.body if isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))]
    tests = sum(map(_is_test, offered))
    return tests * _ONE_OTHER > len(offered) * (_ONE_OTHER - 1) and not any(map(_is_registered, offered))


def _is_test(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> bool:
    if not isinstance(node, ast.ClassDef):
        return node.name.startswith("test_")
    is_case = node.name.startswith("Test") or any(_last_name(each) in _CASES for each in node.bases)
    methods = (each for each in node.body if isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef)))
    return is_case and any(each.name.startswith("test_") for each in methods)


def _is_registered(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> bool:
    """Whether a decorator may hand a function to other code: it is an attribute of what is no test runner's."""
    return any(_first_name(each) not in (None, *_OF_RUNNERS) for each in node.decorator_list)


def _first_name(decorator: ast.expr) -> str | None:
    """The first name of a decorator that is an attribute of something; None for one that is a plain name."""
    node = decorator.func if isinstance(decorator, ast.Call) else decorator
    if not isinstance(node, ast.Attribute):
        return None
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _last_name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
