"""Names of state that functions keep for all calls: defaults, function attributes, cached results."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.facts import Facts
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.scopes import Module, last_name
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.parameter_defaults import mutable_default_shapes


def lasting_names(sharing: Sharing) -> Iterator[str]:
    """The names by which functions of a module may reach what they have once."""
    yield from _defaults(sharing)
    yield from _cached(sharing.module, sharing.facts)
    yield from _with_attributes(sharing.module)


def _defaults(sharing: Sharing) -> Iterator[str]:
    """Parameters whose default can be changed, and attributes in which methods of the same class may keep it."""
    for function in sharing.module.functions:
        names = {name for name, _ in mutable_default_shapes(function, sharing)} & function.mentions
        if names and function.owner:
            for each in function.owner.own_methods:
                yield from each.footprint.fields
        yield from names


def _cached(module: Module, facts: Facts) -> Iterator[str]:
    """Functions under a decorator that is called like one which keeps results."""
    caches = facts.caches
    for function in module.functions:
        if any(last_name(each) in caches for each in function.decorators):
            yield function.name.rpartition(".")[2]


def _with_attributes(module: Module) -> Iterator[str]:
    """Functions of which the module, or a function, sets an attribute."""
    for function in module.functions:
        yield from (name for name in function.footprint.stores if name in module.scope.functions)
    for node in module.body:
        for target in node.targets if isinstance(node, ir.Assign) else ():
            if isinstance(target, ir.Attribute) and isinstance(target.value, ir.Name):
                yield from {target.value.id} & set(module.scope.functions)
