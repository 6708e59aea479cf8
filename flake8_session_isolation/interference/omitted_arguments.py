"""Which parameters callers omit, so that the default is used; found in the text of the analysed calls."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.scopes import Function, Module, last_name
from flake8_session_isolation.frontend.walking import walk
from flake8_session_isolation.linking.parameter_defaults import has_stars


class Omissions:
    """The calls of one module that omit arguments, collected when first asked."""

    def __init__(self, module: Module) -> None:
        """Of the calls in `module`."""
        self.module = module

    def is_left_out(self, function: Function, parameter: str) -> bool:
        """Whether some call may omit `parameter`: a known call, or one by unknown users of the module. A private
        function is only called from here; a public method may be called on unknown objects."""
        calls = [each for each in self._calls[_calling_name(function)] if not _stands_in(each, function)]
        if any(_leaves_out(each, function, parameter) for each in calls):
            return True
        if is_private(function):
            return False
        return not calls or (function.owner is not None and not function.name.endswith(".__init__"))

    @cached_property
    def _calls(self) -> dict[str | None, list[ir.Call]]:
        found: dict[str | None, list[ir.Call]] = defaultdict(list)
        for node in walk(*self.module.body):
            if isinstance(node, ir.Call):
                found[last_name(node)].append(node)
        return found


def is_private(function: Function) -> bool:
    """Whether the function, or the class that it constructs, is private to its module."""
    return _calling_name(function).startswith("_")


def _calling_name(function: Function) -> str:
    parts = function.name.split(".")
    return parts[-2] if parts[-1] == "__init__" and len(parts) > 1 else parts[-1]


def _stands_in(call: ir.Call, function: Function) -> bool:
    """Whether the call is made by the function itself or its class: a recursion, or a copy of the object."""
    is_maker = function.owner is not None and function.name.endswith(".__init__")
    node = function.owner if function.owner is not None and is_maker else function
    return node.line <= call.line <= node.end_line


def _leaves_out(call: ir.Call, function: Function, parameter: str) -> bool:
    """Whether this call does not pass the parameter; what `*` and `**` pass is unknown."""
    if has_stars(call) or any(each.arg == parameter for each in call.keywords):
        return False
    names = list(function.signature.positional)
    if function.receiver is not None:
        del names[0]
    return parameter not in names[: len(call.args)]
