"""The names under which a module keeps conversations: variables, and attributes of classes and instances."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flake8_session_isolation.facts import Conversation, Facts
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import nodes_in
from flake8_session_isolation.frontend.scopes import Function, Module, Scope
from flake8_session_isolation.linking.library_constructors import remembering
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.shapes import Shape


def conversations_in(module: Module, facts: Facts, sharing: Sharing) -> set[str]:
    """Variables and attributes that hold an object which remembers what is said to it."""
    if not facts.knows(Conversation):
        return set()
    return {*_variables(module.scopes(), facts, sharing), *_attributes(module, facts, sharing)}


def stored_as(name: str, module: Module, facts: Facts, sharing: Sharing) -> frozenset[Shape]:
    """The conversations that functions of the module store as an attribute of this name: `app.state.chain = ...`."""
    if not facts.knows(Conversation) or name not in module.stored_attributes:
        return frozenset()
    homes = [each for each in module.functions if name in each.mentions]
    values = ((value, each.scope) for each in homes for value in _stored(name, each))
    shapes = (sharing.expression(value, scope) for value, scope in values)
    return frozenset(each for each in shapes if each is not None and _remembers([each], facts))


def _stored(name: str, function: Function) -> Iterator[ir.Expression]:
    """What a function assigns to an attribute of this name."""
    for node in nodes_in(function.scope):
        match node:
            case ir.Assign(targets=(ir.Attribute(attr=attribute),), value=value) if attribute == name:
                yield value


def _variables(scopes: Iterable[Scope], facts: Facts, sharing: Sharing) -> Iterator[str]:
    for scope in scopes:
        for name, bound in scope.bindings.items():
            if any(map(_is_made, bound)) and _remembers(sharing.variable(name, scope), facts):
                yield name


def _attributes(module: Module, facts: Facts, sharing: Sharing) -> Iterator[str]:
    for cls in module.classes.values():
        for name, given in sharing.attributes.bindings(cls).items():
            if any(_is_made(each.value) for each in given) and _remembers(sharing.attribute(cls, name), facts):
                yield name


def _is_made(bound: ir.Expression | None) -> bool:
    """Whether more than a literal is bound."""
    return bound is not None and not isinstance(bound, ir.Constant)


def _remembers(shapes: Iterable[Shape], facts: Facts) -> bool:
    return any(True for _ in remembering(shapes, facts))
