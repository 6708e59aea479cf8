"""Objects that decorate functions with themselves: one object for all calls of the function."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.frontend.nesting import functions_within
from flake8_session_isolation.frontend.scopes import Class, Function, Module

_ENTERING = frozenset({"__enter__", "__exit__", "__aenter__", "__aexit__"})
_BASES = frozenset({"contextlib.ContextDecorator", "contextlib.AsyncContextDecorator"})


def decorates_with_itself(cls: Class, module: Module) -> bool:
    """Whether every call of the decorated function enters the same instance. An instance that is created for each call
    does not count."""
    if cls.method("_recreate_cm") is not None:
        return False
    call = cls.method("__call__")
    return bool(_BASES & cls.foreign_bases()) if call is None else _enters_itself(call, module)


def _enters_itself(call: Function, module: Module) -> bool:
    """Whether a wrapper in `__call__` enters the object itself."""
    inner = functions_within(module).get(call, ())
    return any(call.receiver in each.footprint.enters and not each.scope.binds(call.receiver or "") for each in inner)


def reused(module: Module) -> Iterator[Function]:
    """The methods by which all calls enter and leave the same object."""
    for cls in module.classes.values():
        own = [each for name, each in cls.scope.functions.items() if name in _ENTERING]
        if own and decorates_with_itself(cls, module):
            yield from own
