"""Forms of handlers: functions that a server recognises by name and signature."""

from __future__ import annotations

from fnmatch import fnmatchcase

from flake8_session_isolation.facts import HandlerForm
from flake8_session_isolation.frontend.scopes import Class, Function


def has_form(function: Function, form: HandlerForm) -> bool:
    """Whether `function` has the name and parameters that any caller of this protocol expects."""
    last = function.name.rpartition(".")[2]
    if form.function == "*":
        is_named = (_stands_at_top(function) or form.made_with is not None) and last != "<lambda>"
    else:
        is_named = fnmatchcase(last, form.function)
    return is_named and takes(function, form.parameters) and _is_made_with(function, form.made_with)


def _stands_at_top(function: Function) -> bool:
    """Whether it is defined at the top of its module."""
    return function.scope.parent is None or function.scope.parent.owner is None


def takes(function: Function, expected: tuple[str, ...]) -> bool:
    """Whether its parameters, without the receiver, are those expected; a star stands for any more."""
    names = [name for name in function.parameters if name != function.receiver]
    if expected[-1:] == ("*",):
        return tuple(names[: len(expected) - 1]) == expected[:-1]
    return tuple(names) == expected


def _is_made_with(function: Function, parameter: str | None) -> bool:
    """Whether the constructor of the function's class, or the function around it, takes a parameter of this name."""
    if parameter is None:
        return True
    around = function.scope.parent.owner if function.scope.parent else None
    maker = around.method("__init__") if isinstance(around, Class) else around
    return maker is not None and parameter in maker.parameters
