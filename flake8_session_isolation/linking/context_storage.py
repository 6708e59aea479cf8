"""Context variables, thread-locals, and classes that wrap them.

Told from bindings alone: a variable, a class attribute, or an attribute that a method binds on its receiver.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TypeAlias

from flake8_session_isolation.facts import Container, Facts, Private
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import nodes_in
from flake8_session_isolation.frontend.scopes import Class, Function, Module, Scope, last_name
from flake8_session_isolation.frontend.walking import alternatives
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.linking.shapes import Instance, Made, Own, Shape
from flake8_session_isolation.linking.symbols import dotted

_LOOKUPS = ("__getattr__", "__getattribute__")

Attributes: TypeAlias = Mapping[tuple[str, str], frozenset[Shape]]
"""What instances hold, by the name of the class whose method binds it and the attribute's."""


def _is_context_variable(shape: Shape) -> bool:
    return isinstance(shape, Own) and shape.kind is Kind.CONTEXT


class Privates:
    """The context variables and thread-locals of one module, by the variables and attributes that hold them."""

    def __init__(self, module: Module, facts: Facts, shape: Callable[[ir.Expression, Scope], Shape | None]) -> None:
        """For the names of `module`; `shape` gives the shape of an expression in a scope."""
        self.module = module
        self.facts = facts
        self.shape = shape

    @cached_property
    def names(self) -> frozenset[str]:
        """The variables and attributes that hold a context variable or thread-local, and the receivers that are one."""
        if not self._makers:
            return frozenset()
        inherited = any(self.of_class(each) for each in self.module.classes.values())
        return frozenset(self._shapes.keys() | ({"self"} if inherited else set()))

    @cached_property
    def context_variables(self) -> frozenset[str]:
        """The variables and attributes that hold nothing but context variables."""
        return frozenset(name for name, shapes in self._shapes.items() if all(map(_is_context_variable, shapes)))

    @cached_property
    def _shapes(self) -> Mapping[str, frozenset[Shape]]:
        """What variables and attributes hold, by their names."""
        found: dict[str, frozenset[Shape]] = {}
        scopes = [self.module.scope, *(each.scope for each in self.module.functions)]
        scopes.extend(each.scope for each in self.module.classes.values())
        bound = ((name, self.variable(name, scope)) for scope in scopes for name in scope.bindings)
        for name, shapes in (*bound, *((name, shapes) for (_, name), shapes in self._attributes.items())):
            if shapes:
                found[name] = found.get(name, frozenset()) | shapes
        return found

    def variable(self, name: str, scope: Scope) -> frozenset[Shape]:
        """The context variable or thread-local in a variable."""
        if not self._makers:
            return frozenset()
        owner = scope.owner.name if scope.owner is not None else ""
        values = (each for bound in scope.bindings.get(name, ()) for each in alternatives(bound))
        found = (
            self._made(each, scope, f"{owner}.{name}" if owner else self.module.prefix + name, self._wrapped)
            for each in values
        )
        on_class = self._attributes.get((owner, name), frozenset())
        return on_class.union(each for each in found if each is not None)

    def attribute(self, cls: Class, name: str) -> frozenset[Shape]:
        """The context variable or thread-local that methods of a class store in an attribute."""
        return self._attributes.get((cls.name, name), frozenset())

    def of_class(self, cls: Class) -> Own | None:
        """The thread-local that instances of a subclass of one are."""
        rows = (self.facts.row(Private, base) for base in cls.foreign_bases() if self._makers)
        inherits = any(row is not None and row.by_thread for row in rows)
        return Own(Kind.THREAD, cls.name, is_namespace=True) if inherits else None

    def wrapper(self, cls: Class) -> Own | None:
        """The context variable or thread-local in which a class looks up attributes of its instances."""
        kind = self._wrapped.get(cls.name) if self._makers else None
        return Own(kind, cls.name, is_namespace=True) if kind is not None else None

    @cached_property
    def assigned(self) -> Mapping[str, frozenset[Shape]]:
        """The containers that the module stores in them, by the last name of the place: `local.items = []`,
        `items.set([])`."""
        found: dict[str, frozenset[Shape]] = {}
        for node in nodes_in(self.module.scope) if self._makers else ():
            for name, value in _puts(node):
                shape = self.shape(value, self.module.scope)
                if isinstance(shape, Made) and self.facts.row(Container, shape.type) is not None:
                    found[name] = found.get(name, frozenset()) | {shape}
        return found

    @cached_property
    def _makers(self) -> frozenset[str]:
        """The names by which this module may construct one; mostly there are none."""
        known = [name.rpartition(".") for name in self.facts.privates]
        if not self.module.libraries & {home for home, _, _ in known}:
            return frozenset()
        scopes = (self.module.scope, *(each.scope for each in self.module.functions))
        imports = [pair for scope in scopes for pair in scope.imports.items()]
        found = {name for name, origin in imports if self.facts.row(Private, origin) is not None}
        return frozenset(found | {last for _, origin in imports for home, _, last in known if origin == home})

    @cached_property
    def _attributes(self) -> Attributes:
        return {**self._direct, **self._bound(self._wrapped)}

    @cached_property
    def _direct(self) -> Attributes:
        return self._bound({})

    @cached_property
    def _wrapped(self) -> Mapping[str, Kind]:
        """Classes that look up attributes in a context variable or thread-local that the instance holds."""
        found = {}
        for cls in self.module.classes.values() if self._direct else ():
            lookup = next((method for name in _LOOKUPS if (method := cls.method(name)) is not None), None)
            held = {shape for name in (lookup.mentions if lookup else ()) for shape in self._held(cls, name)}
            kinds = {each.kind for each in held if isinstance(each, Own)}
            if len(kinds) == 1:
                found[cls.name] = kinds.pop()
        return found

    def _held(self, cls: Class, name: str) -> frozenset[Shape]:
        return frozenset().union(*(self._direct.get((each.name, name), ()) for each in cls.lineage()))

    def _bound(self, wrapped: Mapping[str, Kind]) -> Attributes:
        """The attributes that functions bind on their receivers and on classes."""
        found: dict[tuple[str, str], frozenset[Shape]] = {}
        names = self._makers | {each.rpartition(".")[2] for each in wrapped}
        for function in self.module.functions:
            for target, name, value in _bindings(function) if function.mentions & names else ():
                owner = self._owner(target, function)
                own = self._made(value, function.scope, f"{owner}.{name}", wrapped) if owner is not None else None
                if owner is not None and own is not None:
                    shapes = found.get((owner, name), frozenset())
                    found[owner, name] = shapes | {own, *self._project(value, function)}
        return found

    def _owner(self, target: ir.Expression, function: Function) -> str | None:
        """The class on which, or on whose instances, an attribute is bound."""
        if isinstance(target, ir.Name) and target.id == function.receiver and function.owner is not None:
            return function.owner.name
        named = dotted(target, function.scope)
        return named if named in self.module.classes else None

    def _project(self, value: ir.Expression, method: Function) -> Iterator[Shape]:
        """A wrapper with its class: it is also an instance with methods of its own."""
        made = self.shape(value, method.scope)
        if isinstance(made, Instance):
            yield made

    def _made(self, node: ir.Expression, scope: Scope, name: str, wrapped: Mapping[str, Kind]) -> Own | None:
        """The context variable or thread-local that an expression creates, bound to `name`."""
        if not isinstance(node, ir.Call):
            return None
        func = node.func.value if isinstance(node.func, ir.Subscript) else node.func
        if last_name(func) not in self._makers and not wrapped:
            return None
        made = dotted(func, scope)
        row = self.facts.row(Private, made)
        if row is not None:
            return Own(Kind.THREAD if row.by_thread else Kind.CONTEXT, name, row.by_thread, self._default(node, scope))
        kind = wrapped.get(made) if made is not None else None
        return Own(kind, name, is_namespace=True) if kind is not None else None

    def _default(self, node: ir.Call, scope: Scope) -> Shape | None:
        given = next((each.value for each in node.keywords if each.arg == "default"), None)
        if isinstance(given, ir.Name):
            bound = self.module.scope.bindings.get(given.id, ())
            given = bound[0] if len(bound) == 1 else None
        return self.shape(given, scope) if given is not None else None


def _puts(node: ir.Node) -> Iterator[tuple[str, ir.Expression]]:
    match node:
        case ir.Assign(targets=targets, value=value):
            yield from ((each.attr, value) for each in targets if isinstance(each, ir.Attribute))
        case ir.Call(func=ir.Attribute(value=ir.Name(id=name) | ir.Attribute(attr=name), attr="set"), args=(value,)):
            yield name, value


def _bindings(function: Function) -> Iterator[tuple[ir.Expression, str, ir.Expression]]:
    """The assignments of a function to attributes, also past their own `__setattr__`: object, name and value."""
    for node in nodes_in(function.scope):
        match node:
            case ir.Assign(targets=targets, value=value):
                for each in targets:
                    if isinstance(each, ir.Attribute):
                        yield from ((each.value, each.attr, one) for one in alternatives(value))
            case ir.Call(
                func=ir.Attribute(value=base, attr="__setattr__"), args=(*given, ir.Constant(value=str(name)), value)
            ):
                yield given[0] if given else _receiver(base, function), name, value


def _receiver(base: ir.Expression, function: Function) -> ir.Expression:
    """The object of `super().__setattr__(name, value)`."""
    return ir.Name(function.receiver or "") if isinstance(base, ir.Call) else base
