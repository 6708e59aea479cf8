"""Decorators of other modules of the project that give back what they decorate and do nothing else."""

from __future__ import annotations

from typing import Protocol

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.scopes import Function, Scope
from flake8_session_isolation.linking.symbols import dotted


class View(Protocol):
    """What the names of a module mean."""

    def function_called(self, name: str | None) -> Function | None:
        """The function of the project that the module calls so."""


def does_nothing(decorator: ir.Expression, scope: Scope, view: View) -> bool:
    """Whether a decorator is as good as none."""
    is_called = isinstance(decorator, ir.Call)
    function = view.function_called(dotted(decorator.func if isinstance(decorator, ir.Call) else decorator, scope))
    return function is not None and (function.makes_identity if is_called else function.is_identity)
