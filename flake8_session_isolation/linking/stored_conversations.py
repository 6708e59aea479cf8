"""The names under which a module keeps conversations: variables, and attributes of classes and instances."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from flake8_session_isolation.facts import Conversation, Facts
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import nodes_in
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Class, Function, Module, Scope
from flake8_session_isolation.linking.library_constructors import remembering
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.shapes import Shape


def is_conversation(name: str, sharing: Sharing) -> bool:
    """Whether a variable or attribute of this name in a module holds an object that remembers a conversation."""
    if not sharing.facts.knows(Conversation):
        return False
    holders = _holders(sharing).get(name, ())
    return any(_remembers(_held(name, each, sharing), sharing.facts) for each in holders)


def stored_as(name: str, module: Module, facts: Facts, sharing: Sharing) -> frozenset[Shape]:
    """The conversations that functions of the module store in an attribute of this name: `app.state.chain = ...`."""
    if not facts.knows(Conversation) or name not in module.stored_attributes:
        return frozenset()
    homes = [each for each in module.functions if name in each.mentions]
    values = ((value, each.scope) for each in homes for value in _stored(name, each))
    shapes = (sharing.expression(value, scope) for value, scope in values)
    return frozenset(each for each in shapes if each is not None and _remembers([each], facts))


def _stored(name: str, function: Function) -> Iterator[ir.Expression]:
    """The values that a function assigns to an attribute of this name."""
    for node in nodes_in(function.scope):
        match node:
            case ir.Assign(targets=(ir.Attribute(attr=attribute),), value=value) if attribute == name:
                yield value


@memoised
def _holders(sharing: Sharing) -> Mapping[str, Sequence[Scope | Class]]:
    """For each name the scopes and classes of a module that bind it to more than a literal."""
    found: dict[str, list[Scope | Class]] = {}
    for scope in sharing.module.scopes():
        for name in (name for name, bound in scope.bindings.items() if any(map(_is_made, bound))):
            found.setdefault(name, []).append(scope)
    for cls in sharing.module.classes.values():
        given = sharing.attributes.bindings(cls).items()
        for name in (name for name, bound in given if any(_is_made(each.value) for each in bound)):
            found.setdefault(name, []).append(cls)
    return found


def _held(name: str, by: Scope | Class, sharing: Sharing) -> Iterable[Shape]:
    return sharing.attribute(by, name) if isinstance(by, Class) else sharing.variable(name, by)


def _is_made(bound: ir.Expression | None) -> bool:
    """Whether more than a literal is bound."""
    return bound is not None and not isinstance(bound, ir.Constant)


def _remembers(shapes: Iterable[Shape], facts: Facts) -> bool:
    return any(True for _ in remembering(shapes, facts))
