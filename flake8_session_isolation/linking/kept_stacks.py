"""Objects that keep a stack: one method pushes an element, another reads the top."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import body_of
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.quick_look import MAKERS
from flake8_session_isolation.frontend.scopes import Class, Function


@memoised
def keeps_stack(cls: Class) -> bool:
    """Whether methods of the class grow a list of its object and others use the last element. A list that a method
    replaces or empties belongs to one run of that method."""
    methods = [each for each in cls.own_methods if each.short_name not in MAKERS]
    grown = {name: each for each in methods for name in _called(each, _GROWS)}
    emptied = {name for each in methods for name in (*_called(each, _EMPTIES), *_stored(each))}
    return any(grown[name] is not each for each in methods for name in _tops(each) if name in grown.keys() - emptied)


_GROWS = frozenset({"append"})
_EMPTIES = frozenset({"clear"})


def _called(method: Function, names: frozenset[str]) -> Iterator[str]:
    """The attributes of the receiver of which a method is called."""
    for node in body_of(method.scope).nodes:
        if isinstance(node, ir.Call) and isinstance(node.func, ir.Attribute) and node.func.attr in names:
            yield from _own(node.func.value, method)


def _stored(method: Function) -> Iterator[str]:
    """The attributes of the receiver that are set."""
    for node in body_of(method.scope).nodes:
        for target in node.targets if isinstance(node, ir.Assign) else ():
            yield from _own(target, method)


def _tops(method: Function) -> Iterator[str]:
    """The attributes of the receiver whose last element is used."""
    for node in body_of(method.scope).nodes:
        if isinstance(node, ir.Subscript) and _is_last(node.slice):
            yield from _own(node.value, method)


def _is_last(node: ir.Expression) -> bool:
    is_negative = isinstance(node, ir.UnaryOp) and node.op == "-" and isinstance(node.operand, ir.Constant)
    return is_negative and getattr(getattr(node, "operand", None), "value", None) == 1


def _own(node: ir.Expression, method: Function) -> Iterator[str]:
    """The name in `self.name`."""
    if isinstance(node, ir.Attribute) and isinstance(node.value, ir.Name) and node.value.id == method.receiver:
        yield node.attr
