"""Class attributes of which each instance has, or may have, its own: fields and possible descriptors."""

from __future__ import annotations

import sys
from collections.abc import Set

from flake8_session_isolation.facts import Container, Conversation, CopiesDefaults, Facts, Field, Lock, Logger, Private
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.scopes import Class, Scope
from flake8_session_isolation.frontend.spelling import spelled
from flake8_session_isolation.linking.call_results import View
from flake8_session_isolation.linking.shapes import Instance, Made, Shape
from flake8_session_isolation.linking.symbols import dotted

_KINDS = (Container, Conversation, Lock, Logger, Private)
"""Kinds of rows about classes whose instances are no descriptors."""
_PYTHONS = frozenset({"builtins", *sys.stdlib_module_names})
"""Modules whose classes have no such instances, either."""


def copies_default(cls: Class, declaring: Class, name: str, view: View) -> bool:
    """Whether instances get their own copy of a class attribute, according to facts, or possibly through an unknown
    base or decorator. Such a base can turn annotated class variables into fields (pydantic, dataclasses, attrs), so an
    annotated one counts as copied. A bare assignment, or one marked `ClassVar`, stays a class attribute, and so do all
    attributes of a class whose own constructor calls no other, unless facts say that it has fields."""
    foreign = cls.foreign_bases()
    annotation = declaring.scope.annotations.get(name)
    if annotation is not None and "ClassVar" in spelled(annotation):
        return False
    if any(view.facts.row(CopiesDefaults, each) for each in foreign):
        return True
    if foreign and _is_field(name, declaring, foreign, view):
        return True
    decorators = [each for one in cls.lineage() for each in one.decorators]
    if annotation is None or not (foreign or decorators):
        return False
    maker = cls.method("__init__")
    hands_over = maker is None or bool(maker.mentions & {"super", "__init__"})
    return hands_over or any(_makes_fields(each, cls.scope, view) for each in decorators)


def _is_field(name: str, declaring: Class, foreign: Set[str | None], view: View) -> bool:
    """Whether what a class declares is an object of the project whose class is a library's field, and a base of that
    library makes fields of it."""
    shapes = view.variable(name, declaring.scope) if view.facts.knows(Field) else frozenset()
    bases = [each.of.foreign_bases() if isinstance(each, Instance) else () for each in shapes]
    return bool(bases) and all(any(_describes_field(one, foreign, view.facts) for one in each) for each in bases)


def _describes_field(base: str | None, foreign: Set[str | None], facts: Facts) -> bool:
    row = facts.row(Field, base)
    return row is not None and any(each is not None and each.endswith(row.of) for each in foreign)


def is_record(cls: Class, view: View) -> bool:
    """Whether a class is a record, all of whose fields are shown with it: a data class, or a model of a library."""
    if any(view.facts.row(CopiesDefaults, each) for each in cls.foreign_bases()):
        return True
    return any(_makes_fields(each, one.scope, view) for one in cls.lineage() for each in one.decorators)


def _makes_fields(decorator: ir.Expression, scope: Scope, view: View) -> bool:
    name = dotted(decorator.func if isinstance(decorator, ir.Call) else decorator, scope)
    return name is not None and view.facts.row(CopiesDefaults, view.modules.handed_on(name, view.module)) is not None


def may_be_a_descriptor(name: str, scope: Scope, view: View) -> bool:
    """Whether a class attribute is created by an unknown call, such as `Column(Text)` or traitlets' `Dict()`, or is
    known to be a descriptor."""
    if any(isinstance(each, ir.Call) and view.expression(each, scope) is None for each in scope.bindings[name]):
        return True
    return any(_is_of_unknown_class(each, view.facts) for each in view.variable(name, scope))


def _is_of_unknown_class(shape: Shape, facts: Facts) -> bool:
    if isinstance(shape, Instance):
        return shape.of.method("__get__") is not None
    if not isinstance(shape, Made) or shape.type.partition(".")[0] in _PYTHONS:
        return False
    return all(facts.row(each, shape.type) is None for each in _KINDS)
