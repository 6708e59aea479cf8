"""The names under which a module keeps conversations: variables, and attributes of classes and instances."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from flake8_session_isolation.facts import Conversation, Facts
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import nodes_in
from flake8_session_isolation.frontend.memoised import memoised, memoised_within
from flake8_session_isolation.frontend.scopes import Class, Function, Module, Scope
from flake8_session_isolation.linking.caches import cache_of
from flake8_session_isolation.linking.library_constructors import remembering
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.shapes import Shape


@memoised_within
def is_conversation(name: str, sharing: Sharing) -> bool:
    """Whether a variable or attribute of this name in a module holds an object that remembers a conversation, or a
    cached function of this name gives one."""
    holders, knows = _holders(sharing).get(name, ()), sharing.facts.knows(Conversation)
    if not knows:
        holders = [each for each in holders if _is_made_elsewhere(name, each, sharing)]
    if any(_remembers(_held(name, each, sharing), sharing.facts) for each in holders):
        return True
    return knows and any(_remembers(sharing.result(each), sharing.facts) for each in _cached(name, sharing))


def _cached(name: str, sharing: Sharing) -> Iterator[Function]:
    """The functions of this name of which a cache keeps the results."""
    for each in sharing.module.functions:
        if each.decorators and each.short_name == name and cache_of(each, sharing) is not None:
            yield each


def _is_made_elsewhere(name: str, by: Scope | Class, sharing: Sharing) -> bool:
    """Whether the value comes from a call into a module that knows conversations: `chain = make_chain()`."""
    if isinstance(by, Class):
        bound = sharing.attributes.bindings(by)[name]
        return any(_leads_to_one(each.value, each.method.scope, sharing) for each in bound)
    return any(_leads_to_one(each, by, sharing) for each in by.bindings[name])


def _leads_to_one(value: ir.Expression | None, scope: Scope, sharing: Sharing) -> bool:
    """Whether an expression calls something of a module that knows conversations."""
    call = value.value if isinstance(value, ir.Await) else value
    called = sharing.qualified(call.func, scope) if isinstance(call, ir.Call) else None
    if called is None or not sharing.owns(called):
        return False
    maker = sharing.function_called(called) or sharing.class_named(called)
    return maker is not None and sharing.seen_from(maker.scope).facts.knows(Conversation)


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
