"""Objects that each instance of a handler class is constructed with: one object for all instances.

`ChatView.as_view("chat", store)`: `__init__` of every view is given that store.  `(r"/chat", Chat, {"store": store})`:
`initialize` is.  `def __init__(self, store=Depends(get_store))`: each instance is given what
the provider gives.  What a method then keeps of it, `self.store = store`, is one object for all requests.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from flake8_session_isolation.facts import GivesEach, Injects
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import nodes_in
from flake8_session_isolation.frontend.memoised import memoised, memoised_within
from flake8_session_isolation.frontend.scopes import Class, Function, holder
from flake8_session_isolation.frontend.walking import alternatives
from flake8_session_isolation.linking.attributes import Binding
from flake8_session_isolation.linking.injections import given_back, injections
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.shapes import Instance
from flake8_session_isolation.linking.symbols import dotted


class Handed(NamedTuple):
    """The attribute `name` of all instances of `to` is the one object that the expression `node` of the module
    gives."""

    to: Class
    name: str
    node: ir.Expression


class _Argument(NamedTuple):
    """An argument that `method` is given for each instance, by a parameter's name or by position."""

    to: Class
    method: str
    parameter: str | int
    node: ir.Expression


def handed_to_each(sharing: Sharing) -> Iterator[Handed]:
    """The attributes of classes for which a module gives all instances the same object."""
    given = _arguments(sharing) if sharing.facts.knows(GivesEach) else ()
    for argument in (*given, *_injected(sharing)):
        if not isinstance(argument.node, ir.Constant):
            yield from (Handed(argument.to, name, argument.node) for name in _kept_as(argument, sharing))
    yield from _variables_kept(sharing)


@memoised
def _variables_kept(sharing: Sharing) -> tuple[Handed, ...]:
    """The attributes that methods only bind to one variable of the module, which holds an object: `self.hub = hub`."""
    found: list[Handed] = []
    for cls in sharing.module.classes.values():
        for name, bindings in sharing.attributes.bindings(cls).items():
            node = bindings[0].value if bindings else None
            if isinstance(node, ir.Name) and all(_is_same_variable(each, node, sharing) for each in bindings):
                found.append(Handed(cls, name, node))
    return tuple(found)


@memoised_within
def variables_kept_by(cls: Class, view: Sharing) -> frozenset[str]:
    """The attributes of a class, or of its bases, that its methods only bind to one variable of their module, which
    holds an object of the project, or that may hold it for want of an argument: `self.hub = hub or HUB`. A container
    may be drained through an object that is not known to keep it."""
    own = {each: view.seen_from(each.scope) for each in cls.lineage()}
    kept = frozenset(kept.name for each, there in own.items() for kept in _variables_kept(there) if kept.to is each)
    return kept.union(*(_stood_in_for(each, there) for each, there in own.items()))


def _stood_in_for(cls: Class, sharing: Sharing) -> frozenset[str]:
    """The attributes that a class may bind to an object in a variable of its module, and to something else."""
    return frozenset(
        name
        for name, bindings in sharing.attributes.bindings(cls).items()
        for each in bindings
        for value in alternatives(each.value)
        if value is not each.value and _is_same_variable(each._replace(value=value), value, sharing)
    )


def _is_same_variable(binding: Binding, node: ir.Expression, sharing: Sharing) -> bool:
    scope = sharing.module.scope
    if not isinstance(node, ir.Name) or not isinstance(binding.value, ir.Name) or binding.value.id != node.id:
        return False
    if holder(node.id, binding.method.scope) is not scope or node.id in scope.imports:
        return False
    return any(isinstance(each, Instance) for each in sharing.variable(node.id, scope))


def _kept_as(argument: _Argument, sharing: Sharing) -> Iterator[str]:
    """The attributes under which instances store an argument unchanged, and nothing else."""
    method = argument.to.method(argument.method)
    known = sharing.attributes.bindings(argument.to)
    if method is None:
        name = str(argument.parameter)
        yield from [name] if argument.to.declaring(name) is not None and name not in known else []
        return
    names = [each for each in method.parameters if each != method.receiver]
    at = argument.parameter
    parameter = at if isinstance(at, str) else names[at] if at < len(names) else None
    for name, bindings in known.items():
        if all(each.method is method and getattr(each.value, "id", None) == parameter for each in bindings):
            yield name


def _injected(sharing: Sharing) -> Iterator[_Argument]:
    """The parameters of constructors that a provider fills with a variable of the module."""
    for cls in sharing.module.classes.values() if sharing.facts.knows(Injects) else ():
        maker = cls.method("__init__")
        for each in injections(maker, sharing) if maker is not None else ():
            given = given_back(each.provider)
            names = {each.id for each in given if isinstance(each, ir.Name)}
            if len(names) == len(set(given)) == 1 and _is_own_variable(given[0], each.provider, sharing):
                yield _Argument(cls, "__init__", each.parameter, given[0])


def _is_own_variable(node: ir.Expression, function: Function, sharing: Sharing) -> bool:
    """Whether a name in a function means a variable of the module."""
    return isinstance(node, ir.Name) and holder(node.id, function.scope) is sharing.module.scope


def _arguments(sharing: Sharing) -> Iterator[_Argument]:
    module = sharing.module
    for node in nodes_in(module.scope):
        match node:
            case ir.Call(func=ir.Attribute(value=ir.Name() as base, attr=name), args=given, keywords=keywords):
                row, cls = _row(base, sharing)
                if row is not None and cls is not None and name == row.by:
                    yield from (_Argument(cls, row.method, at, each) for at, each in enumerate(given[row.after :]))
                    yield from (_Argument(cls, row.method, each.arg, each.value) for each in keywords if each.arg)
        parts = node.elts if isinstance(node, ir.Tuple) else node.args if isinstance(node, ir.Call) else ()
        if len(parts) > 2:
            yield from _in_a_route(parts[1], parts[2], sharing)


def _in_a_route(given_class: ir.Expression, options: ir.Expression, sharing: Sharing) -> Iterator[_Argument]:
    """The entries of the dictionary that follows a class in a route."""
    row, cls = _row(given_class, sharing)
    if row is None or cls is None or row.by:
        return
    if isinstance(options, ir.Name):
        bound = sharing.module.scope.bindings.get(options.id, [])
        options = bound[0] if len(bound) == 1 and bound[0] is not None else options
    match options:
        case ir.Dict(keys=keys, values=values):
            named = ((getattr(key, "value", None), value) for key, value in zip(keys, values))
            yield from (_Argument(cls, row.method, name, value) for name, value in named if isinstance(name, str))
        case ir.Call(func=ir.Name(id="dict"), keywords=keywords):
            yield from (_Argument(cls, row.method, each.arg, each.value) for each in keywords if each.arg)


def _row(node: ir.Expression, sharing: Sharing) -> tuple[GivesEach | None, Class | None]:
    """What facts know of the class that an expression names."""
    name = dotted(node, sharing.module.scope) if isinstance(node, (ir.Name, ir.Attribute)) else None
    cls = sharing.class_named(name) if name is not None else None
    return (sharing.facts.first(GivesEach, sorted(filter(None, cls.foreign_bases()))) if cls is not None else None), cls
