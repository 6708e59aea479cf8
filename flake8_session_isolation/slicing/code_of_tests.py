"""Code that only a test runner calls: recognised by its form, never by the name of a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from flake8_session_isolation.facts import TestOnly
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.scopes import Class, Function
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.slicing.execution_context import Context, Standing

OF_TESTS = Standing(frozenset({Context.TEST}), "a test runner calls it")
IsRegistered = Callable[[Function], bool]
"""Whether a decorator hands a function to other code."""


def is_of_a_test(function: Function, view: Sharing, is_registered: IsRegistered) -> bool:
    """Whether a function is a test, a fixture or a part of one."""
    around = (
        _is_test_class(each, view) if isinstance(each, Class) else _is_test(each, view, is_registered)
        for each in _around(function)
    )
    return _is_test(function, view, is_registered) or any(around)


def is_for_tests(view: Sharing, is_registered: IsRegistered) -> bool:
    """Whether a module holds tests, and what these need: at least half of the functions and classes that it
    offers are tests."""
    scope = view.module.scope
    tests = [each for each in scope.functions.values() if _is_test(each, view, is_registered)]
    classes = [each for each in scope.classes.values() if _is_test_class(each, view)]
    offered = [each for each in (*scope.functions, *scope.classes) if not each.startswith("_")]
    found = len(tests) + len(classes)
    return bool(found) and 2 * found >= len(offered)


def _around(function: Function) -> Iterator[Function | Class]:
    """The functions and classes that enclose a function."""
    scope = function.scope.parent
    while scope is not None and scope.owner is not None:
        yield scope.owner
        scope = scope.parent


def _is_test(function: Function, view: Sharing, is_registered: IsRegistered) -> bool:
    if function.short_name.startswith("test_") and not is_registered(function):
        return True
    around = function.around
    return any(view.facts.row(TestOnly, view.qualified(each, around)) for each in marks(function))


def _is_test_class(cls: Class, view: Sharing) -> bool:
    if any(view.facts.row(TestOnly, each) for each in cls.foreign_bases()):
        return True
    return cls.short_name.startswith("Test") and any(each.startswith("test_") for each in cls.scope.functions)


def marks(function: Function) -> Iterator[ir.Expression]:
    """The decorators of a function and their arguments: the signals on which it is called."""
    for each in function.decorators:
        yield each
        yield from (one for one in getattr(each, "args", ()) if isinstance(one, (ir.Name, ir.Attribute)))
