"""Names of state that functions keep for all calls: defaults, function attributes, cached results."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.facts import Facts, SessionProxy
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function, Module, holder, last_name
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.parameter_defaults import mutable_default_shapes


@memoised
def lasting_names(sharing: Sharing) -> frozenset[str]:
    """The names by which functions of a module may reach what they have once, and may change it by a plain call."""
    cached = (each.short_name for each in _cached(sharing) if _may_depend_on_its_caller(each, sharing))
    return frozenset((*_defaults(sharing), *cached, *_with_attributes(sharing.module)))


@memoised
def kept_results(sharing: Sharing) -> frozenset[str]:
    """The names of functions whose results are kept and given again, which a plain call leaves as they are."""
    return frozenset(each.short_name for each in _cached(sharing)) - lasting_names(sharing)


def _defaults(sharing: Sharing) -> Iterator[str]:
    """Parameters whose default can be changed, and attributes in which methods of the same class may keep it."""
    for function in sharing.module.functions:
        names = {name for name, _ in mutable_default_shapes(function, sharing)} & function.mentions
        if names and function.owner:
            for each in function.owner.own_methods:
                yield from each.footprint.fields
        yield from names


def _cached(sharing: Sharing) -> Iterator[Function]:
    """Functions under a decorator that is called like one which keeps results."""
    caches = sharing.facts.caches
    for function in sharing.module.functions:
        if any(last_name(each) in caches for each in function.decorators):
            yield function


def _may_depend_on_its_caller(function: Function, sharing: Sharing) -> bool:
    """Whether a kept result may hang on more than the arguments: what can be awaited once, or data of the session that
    asks first.  So may what the project's own functions, or what comes from its other modules, give."""
    if function.is_coroutine or sharing.module.scope.star_imports:
        return True
    own = function.owner.lineage() if function.owner is not None else ()
    if any(not function.footprint.attributes.isdisjoint(each.scope.functions) for each in own):
        return True
    return any(_may_give_a_sessions(name, function, sharing) for name in function.footprint.variables)


def _may_give_a_sessions(name: str, function: Function, sharing: Sharing) -> bool:
    """Whether a variable may lead to what each session has of its own."""
    where = holder(name, function.scope)
    if where is None or where is function.scope:
        return where is not None and name in where.imports
    if name in where.imports:
        whole = where.imports[name]
        return sharing.modules.may_own(whole, sharing.module) or _leads_to_a_proxy(whole, sharing.facts)
    made = where.classes.get(name)
    if made is not None:
        return made.method("__init__") is not None
    return name in where.functions or name in sharing.privates.names


def _leads_to_a_proxy(name: str, facts: Facts) -> bool:
    """Whether a library's name is a session's proxy, or a module that has one."""
    return any(f"{each.name}.".startswith(f"{name}.") for each in facts.every(SessionProxy))


def _with_attributes(module: Module) -> Iterator[str]:
    """Functions of which the module, or a function, sets an attribute."""
    for function in module.functions:
        yield from (name for name in function.footprint.stores if name in module.scope.functions)
    for node in module.body:
        for target in node.targets if isinstance(node, ir.Assign) else ():
            if isinstance(target, ir.Attribute) and isinstance(target.value, ir.Name):
                yield from {target.value.id} & set(module.scope.functions)
