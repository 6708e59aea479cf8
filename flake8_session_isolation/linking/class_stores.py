"""What functions give classes: `cls._instance = cls()`, `Service._instance = Service()`, `type(self).last = 1`; and
which class attributes may hold an object that can be changed."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import body_of
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Class, Function, Module, Scope, holder
from flake8_session_isolation.linking.local_aliases import fallback_attributes


@memoised
def class_stores(module: Module) -> dict[tuple[Class, str], list[tuple[ir.Expression, Scope]]]:
    """For each class and attribute the expressions that functions of the module store there, with their scopes; the
    class is the one that declares the attribute."""
    found: dict[tuple[Class, str], list[tuple[ir.Expression, Scope]]] = {}
    names = {each.short_name for each in module.every_class}
    for function in module.functions:
        may_store = bool(function.footprint.class_stores or function.footprint.stores & names)
        for target, value in _stores(function) if may_store else ():
            cls = class_itself(target.value, function.scope)
            if cls is not None:
                found.setdefault((cls.declaring(target.attr) or cls, target.attr), []).append((value, function.scope))
    return found


@memoised
def attributes_with_objects(module: Module) -> frozenset[str]:
    """The attributes to which some class of the module, or a function through a class, gives something other than a
    literal; and those that subclasses are left to give it: a function changes what is there, or else a new object."""
    bound = (
        name
        for cls in module.every_class
        for name, values in cls.scope.bindings.items()
        if not all(isinstance(each, ir.Constant) for each in values)
    )
    used = ({*each.footprint.class_stores, *fallback_attributes(each)} for each in module.functions)
    return frozenset(bound).union(*used)


def _stores(function: Function) -> Iterator[tuple[ir.Attribute, ir.Expression]]:
    for node in body_of(function.scope).nodes:
        if isinstance(node, ir.Assign):
            yield from ((each, node.value) for each in node.targets if isinstance(each, ir.Attribute))


def class_itself(node: ir.Expression, scope: Scope) -> Class | None:
    """The class of the module that an expression means: by its name, or as the receiver of a class method or method."""
    if isinstance(node, ir.Call) and len(node.args) == 1 and getattr(node.func, "id", None) == "type":
        return _owner(node.args[0], scope, of_class=False)
    if isinstance(node, ir.Attribute) and node.attr == "__class__":
        return _owner(node.value, scope, of_class=False)
    where = holder(node.id, scope) if isinstance(node, ir.Name) else None
    if isinstance(node, ir.Name) and where is not None and node.id in where.classes:
        return where.classes[node.id]
    return _owner(node, scope, of_class=True)


def _owner(node: ir.Expression, scope: Scope, of_class: bool) -> Class | None:
    """The class of the method whose receiver an expression is."""
    where = holder(node.id, scope) if isinstance(node, ir.Name) else None
    method = where.owner if where is not None else None
    if not isinstance(method, Function) or not isinstance(node, ir.Name) or node.id != method.receiver:
        return None
    return method.owner if method.is_class_method is of_class else None
