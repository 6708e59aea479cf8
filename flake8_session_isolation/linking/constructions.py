"""Where functions create objects of the project's classes, and for whom: once, for themselves, or for others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import NamedTuple

from flake8_session_isolation.facts import Facts
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import body_of, calls_of, returned
from flake8_session_isolation.frontend.scopes import Class, Function, Scope, last_name
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.shapes import Instance


def made_once(scopes: Iterable[Scope], sharing: Sharing) -> Iterator[Class]:
    """Classes instantiated by code that runs once; objects created in a loop do not count."""
    for scope in scopes:
        yield from (each.of for each in constructions(scope, sharing) if not each.is_repeated)


def made_per_call(
    functions: Iterable[Function], sharing: Sharing, with_attributes: bool = False, kept: bool = False
) -> Iterator[Class]:
    """Classes whose objects functions create for themselves: afterwards they are dropped or stored under a key. An
    object that is stored in a module variable stays, and so does one in an attribute, unless attributes count, too.
    Objects created by another constructor of the class belong to its callers, and, if only those that are `kept`
    count, objects that a function returns as `connect()` does, whomever it is for, or puts into another one that it
    keeps."""
    for function in functions:
        own = function.owner if function.is_class_method or function.is_static else None
        every = list(constructions(function.scope, sharing))
        for each in filter(attrgetter("is_new"), every):
            is_local = isinstance(each.target, ir.Name) and each.target.id not in function.scope.global_names
            is_own = is_local or (with_attributes and _is_attribute_of_an_object(each.target, sharing.facts))
            if each.of is not own and (each.target is None or is_own):
                if not (kept and _is_for_others(each, every, function)):
                    yield each.of


def _is_attribute_of_an_object(target: ir.Expression | None, facts: Facts) -> bool:
    """Whether an assignment binds an attribute, and not one of what an application shares: `app.state.store`."""
    return isinstance(target, ir.Attribute) and last_name(target.value) not in facts.storage


def _is_for_others(construction: Construction, every: list[Construction], function: Function) -> bool:
    """Whether a function does not create an object for itself."""
    return _is_given_to_callers(construction, function) or _is_part_of_what_stays(construction, every, function)


def _is_given_to_callers(construction: Construction, function: Function) -> bool:
    """Whether a function at the top of a module, or a method that hands it no part of its own object, returns the
    object that it makes, and for no user or session."""
    around = function.scope.outermost if function.owner is None else function.owner.scope
    if function.around is not around or (function.owner is not None and _is_part_of(construction.call, function)):
        return False
    required = set(function.parameters) - {name for name, _ in function.defaults}
    is_for_one = any(word in name for name in required for word in _OF_ONE)
    return not is_for_one and any(map(_gives(construction), returned(function)))


def _is_part_of(call: ir.Call, method: Function) -> bool:
    """Whether a call is given the object of a method, or an attribute of it."""
    given = (*call.args, *(each.value for each in call.keywords))
    return any(_is_of(method.receiver, each) for each in given)


def _is_of(name: str | None, node: ir.Expression) -> bool:
    """Whether an expression is a variable or an attribute of it, at any depth."""
    while isinstance(node, ir.Attribute):
        node = node.value
    return isinstance(node, ir.Name) and node.id == name


def _is_part_of_what_stays(construction: Construction, every: list[Construction], function: Function) -> bool:
    """Whether an object is given to the constructor of another one, and a function keeps that: in an attribute or in a
    table, itself or as a part of a further one."""
    waiting, seen = [construction], {id(construction.call)}
    while waiting:
        part = waiting.pop()
        for each in every:
            if id(each.call) not in seen and _is_given(part, each.call):
                if _is_stored(each.target, function):
                    return True
                seen.add(id(each.call))
                waiting.append(each)
    return False


def _is_stored(target: ir.Expression | None, function: Function) -> bool:
    """Whether what an assignment binds is an attribute or an entry, or a variable that is assigned to one."""
    if not isinstance(target, ir.Name):
        return target is not None
    name = target.id
    assigned = (each for each in body_of(function.scope).nodes if isinstance(each, ir.Assign))
    copies = (each for each in assigned if isinstance(each.value, ir.Name) and each.value.id == name)
    return any(isinstance(to, (ir.Attribute, ir.Subscript)) for each in copies for to in each.targets)


def _is_given(construction: Construction, call: ir.Call) -> bool:
    """Whether a call has an object that was made among its arguments."""
    return any(map(_gives(construction), (*call.args, *(each.value for each in call.keywords))))


def _gives(construction: Construction) -> Callable[[ir.Expression], bool]:
    target = construction.target.id if isinstance(construction.target, ir.Name) else None
    return lambda node: node is construction.call or (isinstance(node, ir.Name) and node.id == target)


_OF_ONE = ("user", "session", "request", "tenant", "message", "chat", "conversation")
"""Parts of the names of parameters that must be given, which tell for whom a function makes something."""


class Construction(NamedTuple):
    """A construction of an instance of `of` that is assigned to `target`; `is_new` is False if a kept one is
    returned."""

    of: Class
    target: ir.Expression | None
    is_repeated: bool
    is_new: bool
    call: ir.Call


def constructions(scope: Scope, sharing: Sharing) -> Iterator[Construction]:
    """The constructions in a body, nested functions and classes left out."""
    for call, target, is_repeated in calls_of(scope):
        made = sharing.factories.called(call, scope, awaited=True)
        if made is not None and isinstance(made.shape, Instance):
            yield Construction(made.shape.of, target, is_repeated, made.is_new, call)
