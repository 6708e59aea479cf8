"""Classes that return one and the same instance to all callers.

By `__new__` or a metaclass that returns what it has kept on the class; by a decorator of the project that keeps what it
has made, or a cache of a library; by instances that share one `__dict__`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol, TypeAlias

from flake8_session_isolation.facts import Cache, Facts
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import body_of, results, returned
from flake8_session_isolation.frontend.memoised import memoised_within
from flake8_session_isolation.frontend.scopes import Class, Function, Scope, holder
from flake8_session_isolation.linking.class_stores import class_itself, class_stores
from flake8_session_isolation.linking.symbols import dotted

Place: TypeAlias = Callable[[ir.Expression, Function], bool]
"""Tells of an expression in a function whether it is a place that outlives the call."""


class Names(Protocol):
    """The meaning of names in one module."""

    @property
    def facts(self) -> Facts:
        """About what it imports."""

    def function_called(self, name: str | None) -> Function | None:
        """The function of the project that a name means."""

    def class_named(self, name: str) -> Class | None:
        """The class of the project that a name means."""


@memoised_within
def is_kept(cls: Class, names: Names) -> bool:
    """Whether each call of a class gives the same instance (singleton); `names` are those of its module."""
    return _shares_its_attributes(cls) or makes_itself(cls) or any(_makers(cls, names))


def makes_itself(cls: Class) -> bool:
    """Whether its own `__new__` returns a kept instance; the constructor then runs again for it."""
    maker = cls.method("__new__")
    return maker is not None and _gives_kept(maker, _is_on_class)


def _makers(cls: Class, names: Names) -> Iterator[bool]:
    """The functions that replace the constructor of a class, and whether they keep their result."""
    for each in cls.lineage():
        for keyword, node in each.keywords:
            meta = _class(node, each.scope, names) if keyword == "metaclass" else None
            call = meta.method("__call__") if meta is not None else None
            yield call is not None and _gives_kept(call, _is_on_class)
    around = cls.scope.parent or cls.scope
    for node in cls.decorators:
        called = node.func if isinstance(node, ir.Call) else node
        yield names.facts.row(Cache, dotted(called, around)) is not None and not _takes_arguments(cls)
        yield any(_gives_kept(each, _is_outside) for each in _replacing(node, around, names))


def _takes_arguments(cls: Class) -> bool:
    maker = cls.method("__init__")
    return maker is not None and len(maker.parameters) > 1


def _class(node: ir.Expression, scope: Scope, names: Names) -> Class | None:
    name = dotted(node, scope)
    return names.class_named(name) if name is not None else None


def _replacing(node: ir.Expression, scope: Scope, names: Names) -> Iterator[Function]:
    """The functions of the project that a decorator returns in place of a class."""
    decorator = names.function_called(dotted(node, scope))
    for each in results(decorator) if decorator is not None else ():
        if decorator is not None and isinstance(each, ir.Name) and each.id in decorator.scope.functions:
            yield decorator.scope.functions[each.id]
    holding = _class(node, scope, names)
    call = holding.method("__call__") if holding is not None else None
    yield from [call] if call is not None else []


def _gives_kept(function: Function, is_place: Place) -> bool:
    """Whether all that a function returns is kept for the next call."""
    given = returned(function)
    return bool(given) and all(_is_kept(each, function, is_place) for each in given)


def _is_kept(node: ir.Expression, function: Function, is_place: Place) -> bool:
    """Whether an expression is such a place, or an item of one under the class as key, or a variable for it."""
    if isinstance(node, ir.Subscript):
        return is_place(node.value, function) and _is_the_class(node.slice, function)
    if is_place(node, function):
        return True
    own = function.scope.bindings.get(node.id, ()) if isinstance(node, ir.Name) else ()
    return any(each is not None and (_is_kept(each, function, is_place) or _is_stored(each, function)) for each in own)


def _is_stored(value: ir.Expression, function: Function) -> bool:
    """Whether a value is stored on a class at once: `made = cls._instance = super().__new__(cls)`."""
    module = function.owner.module if function.owner is not None else None
    stores = class_stores(module).values() if module is not None else ()
    return any(stored is value for each in stores for stored, _ in each)


def _is_on_class(node: ir.Expression, function: Function) -> bool:
    """Whether an expression is an attribute of a class, or a variable of the module that the function sets."""
    if isinstance(node, ir.Name):
        return node.id in function.scope.global_names
    return isinstance(node, ir.Attribute) and class_itself(node.value, function.scope) is not None


def _is_outside(node: ir.Expression, function: Function) -> bool:
    """Whether an expression is a captured variable of a decorator, or an attribute of the decorator."""
    if isinstance(node, ir.Attribute):
        return isinstance(node.value, ir.Name) and node.value.id == function.receiver
    where = holder(node.id, function.scope) if isinstance(node, ir.Name) else None
    outer = where.owner if where is not None and where is not function.scope else None
    return isinstance(outer, Function) and isinstance(node, ir.Name) and node.id not in outer.parameters


def _is_the_class(node: ir.Expression, function: Function) -> bool:
    """Whether a key is the class itself: the receiver, or the parameter of the decorator."""
    if class_itself(node, function.scope) is not None:
        return True
    where = holder(node.id, function.scope) if isinstance(node, ir.Name) else None
    outer = where.owner if where is not None and where is not function.scope else None
    return isinstance(outer, Function) and isinstance(node, ir.Name) and node.id in outer.parameters


def _shares_its_attributes(cls: Class) -> bool:
    """Whether all instances have one dictionary of attributes: `self.__dict__ = self._shared`."""
    for each in cls.lineage():
        maker = each.scope.functions.get("__init__") or each.scope.functions.get("__new__")
        for node in body_of(maker.scope).nodes if maker is not None and "__dict__" in maker.mentions else ():
            if isinstance(node, ir.Assign) and any(getattr(one, "attr", None) == "__dict__" for one in node.targets):
                name = getattr(node.value, "attr", None)
                if name is not None and cls.declaring(name) is not None:
                    return True
    return False
