"""Which classes have an instance that serves all, as far as the text alone tells (design section 3)."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from flake8_session_isolation.attributes import MAKERS
from flake8_session_isolation.facts import Container, Facts, HandlerBase, Lifetime
from flake8_session_isolation.program import Class, Module, Scope
from flake8_session_isolation.sharing import Sharing
from flake8_session_isolation.values import Instance, Made, Shape

_FOR_ALL = (Lifetime.SINGLETON, Lifetime.PROCESS)
_MIDDLEWARE_HOOKS = frozenset({"process_request", "process_response", "process_view", "process_exception"})


def attributes_at_risk(module: Module, sharing: Sharing) -> Iterator[str]:
    """Names of attributes that methods change after the instance is made, of classes that may serve all."""
    scopes = (each.scope for each in module.functions)
    candidates = {*shared_by_text(module, sharing), *held_in(scopes, sharing), *_registering(module, sharing.facts)}
    for cls in with_parts(candidates, sharing):
        for name, bindings in sharing.attributes.bindings(cls).items():
            if any(each.method.name.rpartition(".")[2] not in MAKERS for each in bindings):
                yield name
            elif any(_changes(each, sharing.facts) for each in sharing.attribute(cls, name)):
                yield name


def _changes(shape: Shape, facts: Facts) -> bool:
    """Whether an object changes by its methods."""
    return isinstance(shape, Instance) or (isinstance(shape, Made) and facts.tell(Container, shape.type) is not None)


def _registering(module: Module, facts: Facts) -> Iterator[Class]:
    """Classes of which a method names a registration of handlers and another method."""
    registrars = facts.registrars
    for cls in module.classes.values() if registrars else ():
        own = set(cls.scope.functions)
        if any(each.mentions & registrars and each.mentions & own for each in cls.scope.functions.values()):
            yield cls


def shared_by_text(module: Module, sharing: Sharing) -> Iterator[Class]:
    """Classes of which the text alone shows that an instance serves all."""
    yield from held_in((module.scope, *(each.scope for each in module.classes.values())), sharing)
    made_in_calls = set(held_in((each.scope for each in module.functions), sharing))
    for each in module.classes.values():
        if is_kept_by_library(each, sharing.facts) or (is_kept_by_shape(each) and each not in made_in_calls):
            yield each


def held_in(scopes: Iterable[Scope], sharing: Sharing) -> Iterator[Class]:
    """Classes of the objects that variables of these scopes are given, by themselves or in a container."""
    for scope in scopes:
        for name, values in scope.bindings.items():
            if any(isinstance(each, (ast.Call, ast.List, ast.Dict, ast.Tuple, ast.Await)) for each in values):
                yield from _classes(sharing.variable(name, scope))


def _classes(shapes: Iterable[Shape]) -> Iterator[Class]:
    for each in shapes:
        if isinstance(each, Instance):
            yield each.of
        elif isinstance(each, Made) and isinstance(each.entry, Instance):
            yield each.entry.of


def only_class(shapes: Iterable[Shape]) -> Class | None:
    """The one class of the project that a thing is an instance of; None where it may be of several, or of none."""
    found = {each.of for each in shapes if isinstance(each, Instance)}
    return found.pop() if len(found) == 1 else None


def is_kept_by_library(cls: Class, facts: Facts) -> bool:
    """Whether a library keeps one instance of the class for all sessions, by its bases."""
    rows = (facts.tell(HandlerBase, each) for each in cls.foreign_bases())
    return any(row is not None and row.lifetime in _FOR_ALL for row in rows)


def is_kept_by_shape(cls: Class) -> bool:
    """Whether the methods are those of an ASGI application or a Django middleware, of which a server makes one."""
    own = cls.scope.functions
    call, maker = own.get("__call__"), own.get("__init__")
    if call is not None and call.is_coroutine and call.parameters[1:] == ("scope", "receive", "send"):
        return maker is None or "scope" not in maker.parameters
    if maker is not None and "get_response" in maker.parameters:
        return True
    hooks = (own[each] for each in _MIDDLEWARE_HOOKS & set(own))
    return any(each.parameters[1:2] == ("request",) for each in hooks)


def with_parts(classes: Iterable[Class], sharing: Sharing) -> frozenset[Class]:
    """The classes with their bases, and with those of the objects that making an instance puts into its attributes."""
    found: set[Class] = set()
    waiting = list(classes)
    while waiting:
        cls = waiting.pop()
        if cls not in found:
            found.add(cls)
            waiting.extend((*_only_for(cls), *_parts(cls, sharing)))
    return frozenset(found)


def _only_for(cls: Class) -> Iterator[Class]:
    """The bases that have no instances of their own: whose methods serve through such an object, if at all."""
    for each in cls.lineage()[1:]:
        if each.node.name.lstrip("_").startswith(("Abstract", "Base")) or {"abc.ABC", "ABC"} & set(each.bases):
            yield each


def _parts(cls: Class, sharing: Sharing) -> Iterator[Class]:
    for name, bindings in sharing.attributes.bindings(cls).items():
        makers = [each for each in bindings if each.method.name.rpartition(".")[2] in MAKERS]
        if any(isinstance(each.value, (ast.Call, ast.List, ast.Dict, ast.BoolOp, ast.IfExp)) for each in makers):
            yield from _classes(sharing.attribute(cls, name))
