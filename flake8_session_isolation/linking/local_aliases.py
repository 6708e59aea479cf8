"""Local variables that hold the object of an attribute: `items = self.items`, `items = self.items or []`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.scopes import Class, Function
from flake8_session_isolation.frontend.walking import alternatives


class LocalAlias(NamedTuple):
    """A local variable that a function changes and that is bound to an attribute, or to one of several objects of which
    the attribute holds one; `is_fallback` if another object replaces an empty attribute."""

    variable: str
    value: ir.Expression
    is_choice: bool
    is_fallback: bool


def local_alias(function: Function, attribute: str) -> LocalAlias | None:
    """The local variable by which a function changes an attribute's object; None if the attribute itself is named. A
    later assignment of the variable to the attribute, `self.items = items`, does not matter."""
    is_direct = attribute in function.footprint.changed_attributes
    for name in sorted(function.footprint.changed_variables):
        for value in function.scope.bindings.get(name, ()):
            if value is not None and any(_reads(each, attribute) for each in alternatives(value)):
                found = LocalAlias(name, value, _is_choice(value), _is_fallback(value, attribute))
                return found if found.is_choice or not is_direct else None
    return None


def fallback_attributes(function: Function) -> Iterator[str]:
    """The attributes that a function changes through a variable bound to them, or to another object where they are
    empty."""
    for name in function.footprint.changed_variables:
        for value in function.scope.bindings.get(name, ()):
            if isinstance(value, ir.BoolOp) and not value.is_and and isinstance(value.values[0], ir.Attribute):
                yield value.values[0].attr


def is_always_empty(cls: Class, attribute: str) -> bool:
    """Whether every class of the module that gives `cls` this attribute, or inherits it, binds it to an empty
    object."""
    relatives = [each for each in cls.module.every_class if cls in each.lineage()]
    bound = [
        value
        for each in dict.fromkeys((*cls.lineage(), *relatives))
        for value in each.scope.bindings.get(attribute, ())
    ]
    return bool(bound) and all(map(_is_empty, bound))


def is_left_to_subclasses(cls: Class, attribute: str) -> bool:
    """Whether a class binds the attribute to None, in place of an object that a subclass or a maker gives it."""
    bound = (value for each in cls.lineage() for value in each.scope.bindings.get(attribute, ()))
    return any(isinstance(each, ir.Constant) and each.value is None for each in bound)


def _is_choice(value: ir.Expression) -> bool:
    return isinstance(value, (ir.BoolOp, ir.IfExp))


def _is_fallback(value: ir.Expression, attribute: str) -> bool:
    """Whether the value is that of an attribute unless this is empty: `self.items or []`."""
    return isinstance(value, ir.BoolOp) and not value.is_and and _reads(value.values[0], attribute)


def _reads(value: ir.Expression, attribute: str) -> bool:
    return isinstance(value, ir.Attribute) and value.attr == attribute


def _is_empty(value: ir.Expression | None) -> bool:
    """Whether an expression is falsy in the source: an empty display, None."""
    if isinstance(value, ir.Display):
        return not value.elts
    if isinstance(value, ir.Dict):
        return not value.keys
    return isinstance(value, ir.Constant) and not value.value
