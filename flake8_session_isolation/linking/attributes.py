"""Attributes that methods bind on instances, such as `self.x = ...`, found in the text of each class."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import nodes_in
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.quick_look import MAKERS
from flake8_session_isolation.frontend.scopes import Class, Function
from flake8_session_isolation.frontend.walking import leaves, targets_in


class Binding(NamedTuple):
    """One `self.name: annotation = value` in `method`; a part is None if it is missing, or if this is no plain
    assignment."""

    name: str
    value: ir.Expression | None
    annotation: ir.Expression | None
    method: Function


class Attributes:
    """The instance attributes of classes; each class is read once, when asked for."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self._bindings: dict[Class, dict[str, list[Binding]]] = {}
        self._made: dict[Class, frozenset[str]] = {}

    def bindings(self, cls: Class) -> dict[str, list[Binding]]:
        """The assignments to attributes of the receiver in methods of the class and its bases, by attribute."""
        known = self._bindings.get(cls)
        if known is None:
            known = self._bindings[cls] = {}
            for each in cls.lineage():
                for method in each.own_methods:
                    for binding in _bindings(method):
                        known.setdefault(binding.name, []).append(binding)
        return known

    def home(self, cls: Class, name: str) -> Class:
        """The class under which an attribute is known: of those that bind it, the one nearest the root."""
        owners = [each.method.owner for each in self.bindings(cls).get(name, ()) if each.method.owner]
        return next((each for each in reversed(cls.lineage()) if each in owners), cls)

    def made(self, cls: Class) -> frozenset[str]:
        """The attributes that constructing an instance binds: in a constructor, a helper that it calls, a slot or a
        property. An unknown base may call any method while it constructs the instance."""
        known = self._made.get(cls)
        if known is None:
            every = {name for each in cls.lineage() for name in each.scope.functions}
            makers = every if cls.foreign_bases() else set(MAKERS)
            names = {each for method in _reached(cls, makers) for each in _bound_on_receiver(method)}
            known = self._made[cls] = frozenset(names.union(*map(_slots, cls.lineage())))
        return known


@memoised
def _bindings(method: Function) -> tuple[Binding, ...]:
    return tuple(_bindings_in(method))


def _bindings_in(method: Function) -> Iterator[Binding]:
    for node in nodes_in(method.scope):
        if type(node) not in _BINDING:
            continue
        match node:
            case ir.Assign(targets=targets, value=value, annotation=annotation):
                for target in targets:
                    yield from _on_receiver(target, value, annotation, method)
            case ir.Declare(target=target, annotation=annotation):
                yield from _on_receiver(target, None, annotation, method)
            case ir.AugAssign(target=target) | ir.For(target=target):
                yield from _on_receiver(target, None, None, method)
            case ir.WithItem(optional_vars=ir.Expression() as target):
                yield from _on_receiver(target, None, None, method)


_BINDING = frozenset({ir.Assign, ir.Declare, ir.AugAssign, ir.For, ir.WithItem})


def _on_receiver(
    target: ir.Expression, value: ir.Expression | None, annotation: ir.Expression | None, method: Function
) -> Iterator[Binding]:
    match target:
        case ir.Attribute(value=ir.Name(id=name), attr=attribute) if name == method.receiver:
            yield Binding(attribute, value, annotation, method)
        case ir.Tuple(elts=parts) | ir.List(elts=parts):
            values = value.elts if isinstance(value, ir.Tuple) and len(value.elts) == len(parts) else None
            for at, part in enumerate(parts):
                yield from _on_receiver(part, values[at] if values else None, None, method)


def _reached(cls: Class, names: set[str]) -> list[Function]:
    """The methods called `names`, and the methods that they mention; `super()` and a base's name lead to bases."""
    lineage = cls.lineage()
    own = {name for each in lineage for name in each.scope.functions}
    reached: list[Function] = []
    waiting = [method for name in sorted(names) if (method := cls.method(name)) is not None]
    while waiting:
        method = waiting.pop()
        if method in reached:
            continue
        reached.append(method)
        goes_up = bool(method.mentions & {"super", *(each.short_name for each in lineage)})
        for name in sorted(method.mentions & own):
            homes = [each for each in lineage if name in each.scope.functions]
            waiting.extend(each.scope.functions[name] for each in (homes if goes_up else homes[:1]))
            waiting.extend(filter(None, (cls.setter(name),)))
    return reached


def _bound_on_receiver(method: Function) -> set[str]:
    """Attributes that a method binds on its first parameter on every path. In `__new__`, where the instance is a local
    variable, any local counts."""
    receivers: set[str | None] = {method.receiver}
    if method.name.endswith("__new__"):
        receivers.update(method.scope.bindings)
    return _bound_for_sure(method.body, receivers) | _bound_by_setattr(method, receivers)


def _bound_by_setattr(method: Function, receivers: set[str | None]) -> set[str]:
    """Names given to `setattr(self, "name", value)`."""
    found = set()
    for node in nodes_in(method.scope) if "setattr" in method.mentions else ():
        match node:
            case ir.Call(func=ir.Name(id="setattr"), args=(ir.Name(id=target), ir.Constant(value=str(name)), _)):
                found |= {name} if target in receivers else set()
    return found


def binds_any_attribute(cls: Class) -> bool:
    """Whether some method sets attributes whose names are not in the source: `setattr(self, key, value)`,
    `self.__dict__.update(options)`."""
    return any(_binds_any(method) for each in cls.lineage() for method in each.own_methods)


def _binds_any(method: Function) -> bool:
    if not method.mentions & {"setattr", "vars", "__dict__"}:
        return False
    names = (_given_attributes(each) for each in nodes_in(method.scope) if isinstance(each, ir.Call))
    return method.receiver is not None and method.receiver in names


def _given_attributes(call: ir.Call) -> str | None:
    """The variable on whose object a call sets attributes of unknown names."""
    match call:
        case ir.Call(func=ir.Name(id="setattr"), args=(ir.Name(id=target), name, _)):
            return None if isinstance(name, ir.Constant) else target
        case ir.Call(func=ir.Attribute(value=base, attr="update")):
            match base:
                case ir.Attribute(value=ir.Name(id=target), attr="__dict__"):
                    return target
                case ir.Call(func=ir.Name(id="vars"), args=(ir.Name(id=target),)):
                    return target
    return None


def _bound_for_sure(body: Sequence[ir.Statement], receivers: set[str | None]) -> set[str]:
    """Attributes that are bound on every path through `body`; a path that leaves it does not count."""
    found: set[str] = set()
    for node in body:
        match node:
            case ir.If(branches=branches, orelse=orelse):
                bodies = (*(each.body for each in branches), orelse)
                ways = [_bound_for_sure(way, receivers) for way in bodies if not leaves(way)]
                found |= set.intersection(*ways) if ways else set()
            case ir.With(body=inner) | ir.For(body=inner, is_async=False):
                found |= _bound_for_sure(inner, receivers)
            case ir.Try(body=inner, finalbody=final):
                found |= _bound_for_sure(inner, receivers) | _bound_for_sure(final, receivers)
            case ir.AugAssign():
                pass  # The object that the class has is changed first, and only then bound.
            case _:
                found |= _stored(node, receivers)
    return found


def _stored(node: ir.Node, receivers: set[str | None]) -> set[str]:
    """Attributes of a receiver that are stored anywhere in `node`."""
    return {
        each.attr
        for each in targets_in(node)
        if isinstance(each, ir.Attribute) and isinstance(each.value, ir.Name) and each.value.id in receivers
    }


def _slots(cls: Class) -> set[str]:
    """Names in `__slots__`."""
    for node in cls.scope.bindings.get("__slots__", ()):
        if isinstance(node, (ir.Tuple, ir.List)):
            return {each.value for each in node.elts if isinstance(each, ir.Constant) and isinstance(each.value, str)}
    return set()
