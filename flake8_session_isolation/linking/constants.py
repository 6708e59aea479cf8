"""Which names mean immutable values: constants, members of enumerations, functions, bare objects, exceptions."""

from __future__ import annotations

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.memoised import memoised, memoised_within
from flake8_session_isolation.frontend.quick_look import MAKERS
from flake8_session_isolation.frontend.scopes import Class, Scope, holder
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Kind, Root
from flake8_session_isolation.linking.symbols import dotted


@memoised_within
def is_constant(root: Root, view: Sharing) -> bool:
    """Whether a variable holds nothing that can be mutated."""
    if root.kind is Kind.MODULE:
        module = view.modules.by_name(root.owner)
        if module is None or root.name in view.module.stored_attributes:
            return False
        return holds_only_unchangeable(root.name, module.scope, view.seen_from(module.scope))
    if root.kind is Kind.CLASS:
        cls = view.modules.class_called(root.owner)
        return cls is not None and _is_constant_of(cls, root.name)
    return root.kind is Kind.IMPORTED and root.name.startswith("builtins.")


def is_unchangeable(node: ir.Expression, scope: Scope, view: Sharing) -> bool:
    """Whether an expression is immutable: a literal or the name of a constant, a member of an enumeration, an
    `object()`, or an exception."""
    if isinstance(node, ir.Attribute) and isinstance(node.value, ir.Name):
        return _is_unchangeable_part(node.value.id, node.attr, scope, view)
    if isinstance(node, ir.Call):
        name = dotted(node.func, scope)
        return name == "builtins.object" or (name is not None and _is_exception(view.class_named(name), view))
    return isinstance(node, ir.Constant)


def _is_exception(cls: Class | None, view: Sharing) -> bool:
    """Whether a class is an exception, by the names of its bases, and only its constructor sets attributes, so that a
    module-level instance holds no state."""
    if cls is None or not any(base is not None and base.endswith(_EXCEPTIONS) for base in cls.foreign_bases()):
        return False
    bindings = (each for found in view.attributes.bindings(cls).values() for each in found)
    return all(each.method.short_name in MAKERS for each in bindings)


_EXCEPTIONS = ("Error", "Exception", "Warning")


def _is_unchangeable_part(name: str, attribute: str, scope: Scope, view: Sharing) -> bool:
    where = holder(name, scope)
    if where is not None and name in where.classes:
        return _is_constant_of(where.classes[name], attribute)
    if where is None or name not in where.imports:
        return False
    imported = where.imports[name]
    cls = view.modules.class_named(imported, view.module)
    if cls is not None:
        return _is_constant_of(cls, attribute)
    is_variable = view.modules.variable(imported, view.module) is not None
    return is_unchangeable_elsewhere(imported if is_variable else f"{imported}.{attribute}", view)


def is_unchangeable_elsewhere(dotted: str, view: Sharing) -> bool:
    """Whether a dotted name means something of a library, or a constant or function of the project; a name that leads
    to itself does not."""
    asked = _asked(view)
    if dotted not in asked:
        asked[dotted] = False
        asked[dotted] = _is_unchangeable_elsewhere(dotted, view)
    return asked[dotted]


@memoised
def _asked(view: Sharing) -> dict[str, bool]:
    """The answers about dotted names, as the module writes them."""
    return {}


def _is_unchangeable_elsewhere(dotted: str, view: Sharing) -> bool:
    found = view.modules.find(dotted, view.module)
    if found is None or found.module is None:
        return True
    there = found.module.scope
    return bool(found.name) and holds_only_unchangeable(found.name, there, view.seen_from(there))


def holds_only_unchangeable(name: str, where: Scope, view: Sharing) -> bool:
    """Whether a variable is a function, or holds only immutable values."""
    if name in where.functions:
        return True
    bound = where.bindings.get(name, ())
    is_known = bool(bound) and name not in where.classes
    return is_known and all(each is not None and is_unchangeable(each, where, view) for each in bound)


def _is_constant_of(cls: Class, attribute: str) -> bool:
    at = cls.declaring(attribute)
    if at is None or attribute in at.module.stored_attributes:
        return False
    bound = at.scope.bindings[attribute]
    return all(isinstance(each, ir.Constant) for each in bound) or any(
        base is not None and base.startswith("enum.") for base in cls.foreign_bases()
    )
