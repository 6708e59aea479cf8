"""Names of state that functions keep for all calls: defaults, function attributes, cached results."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from flake8_session_isolation.facts import Facts, SessionProxy
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.memoised import memoised, memoised_within
from flake8_session_isolation.frontend.scopes import Function, Module, Scope, holder, last_name
from flake8_session_isolation.frontend.walking import children
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.parameter_defaults import mutable_default_shapes
from flake8_session_isolation.linking.read_only_parameters import is_only_read


@memoised
def lasting_names(sharing: Sharing) -> frozenset[str]:
    """The names of state that functions of a module keep between calls (defaults, caches, attributes of functions) and
    that a plain call may change."""
    cached = (each.short_name for each in _cached(sharing) if _may_depend_on_its_caller(each, sharing))
    return frozenset((*_defaults(sharing), *cached, *_with_attributes(sharing.module)))


@memoised
def kept_results(sharing: Sharing) -> frozenset[str]:
    """The names of cached functions whose results plain calls do not change."""
    return frozenset(each.short_name for each in _cached(sharing)) - lasting_names(sharing)


def _defaults(sharing: Sharing) -> Iterator[str]:
    """Parameters whose default value may be mutated, and attributes in which methods of the same class may store it."""
    for function in sharing.module.functions:
        names = kept_defaults(function, sharing)
        if names and function.owner:
            for each in function.owner.own_methods:
                yield from each.footprint.fields
        yield from names


@memoised_within
def kept_defaults(function: Function, sharing: Sharing) -> frozenset[str]:
    """The parameters of a function whose mutable default the function, or a callee to which it passes the default, may
    change or keep. Code that only reads a default may still change the objects in it."""
    names = {name for name, _ in mutable_default_shapes(function, sharing)} if function.defaults else set()
    flat = {name for name, default in function.defaults if _is_flat(default)}
    used = names & function.mentions
    return frozenset(each for each in used if each not in flat or not is_only_read(function, each, sharing))


def _is_flat(default: ir.Expression) -> bool:
    """Whether a default is a container without anything in it that can be changed: `[]`, `{"size": 1}`, `dict()`."""
    if isinstance(default, ir.Call):
        return isinstance(default.func, ir.Name) and not default.args and not default.keywords
    is_display = isinstance(default, (ir.Display, ir.Dict))
    return is_display and all(isinstance(each, ir.Constant) for each in children(default))


def _cached(sharing: Sharing) -> Iterator[Function]:
    """Functions with a decorator whose name is that of a cache."""
    caches = sharing.facts.caches
    return (each for each in sharing.module.functions if each.decorators and is_cached(each, caches))


def is_cached(function: Function, caches: Set[str]) -> bool:
    """Whether a function has a decorator whose name is that of a cache."""
    return any(last_name(each) in caches for each in function.decorators)


def _may_depend_on_its_caller(function: Function, sharing: Sharing) -> bool:
    """Whether a cached result may depend on more than the arguments: it is a coroutine, or is computed from data of the
    session that asks first. Functions of the project count as such data."""
    if function.is_coroutine or sharing.module.scope.star_imports:
        return True
    own = function.owner.lineage() if function.owner is not None else ()
    if any(not function.footprint.attributes.isdisjoint(each.scope.functions) for each in own):
        return True
    return any(_may_give_a_sessions(name, function, sharing) for name in function.footprint.variables)


def _may_give_a_sessions(name: str, function: Function, sharing: Sharing) -> bool:
    """Whether a variable may lead to data that belongs to one session."""
    where = holder(name, function.scope)
    if where is not None and name in where.imports:
        whole = where.imports[name]
        if not sharing.modules.may_own(whole, sharing.module):
            return where is function.scope or _leads_to_a_proxy(whole, sharing.facts)
        parts = [attr for root, attr in function.footprint.parts if root == name]
        return _may_be_a_sessions_elsewhere(whole, parts, sharing)
    if where is None or where is function.scope:
        return False
    return _may_be_a_sessions(name, where, sharing)


def _may_be_a_sessions_elsewhere(whole: str, parts: Iterable[str], sharing: Sharing) -> bool:
    """As `_may_give_a_sessions`, for a name imported from another module of the project: a variable, or the module
    itself."""
    found = sharing.modules.find(whole, sharing.module)
    if found is None or found.module is None:
        return True
    there, view = found.module.scope, sharing.seen_from(found.module.scope)
    for each in (found.name,) if found.name else parts:
        if not there.binds(each) or each in there.imports or _may_be_a_sessions(each, there, view):
            return True
    return False


def _may_be_a_sessions(name: str, where: Scope, sharing: Sharing) -> bool:
    """As `_may_give_a_sessions`, for a variable of a scope. A class counts by its constructor only."""
    made = where.classes.get(name)
    if made is None:
        return name in where.functions or name in sharing.privates.names
    maker = made.method("__init__")
    return maker is not None and any(_leads_away(each, maker) for each in maker.footprint.variables)


def _leads_away(name: str, maker: Function) -> bool:
    """Whether a variable that a constructor uses is neither local to it nor a builtin."""
    where = holder(name, maker.scope)
    return where is not None and where is not maker.scope


def _leads_to_a_proxy(name: str, facts: Facts) -> bool:
    """Whether a library's name is a request proxy, or a module that has one."""
    return any(f"{each.name}.".startswith(f"{name}.") for each in facts.every(SessionProxy))


def _with_attributes(module: Module) -> Iterator[str]:
    """Functions on which the module, or a function, sets an attribute."""
    for function in module.functions:
        yield from (name for name in function.footprint.stores if name in module.scope.functions)
    for node in module.body:
        for target in node.targets if isinstance(node, ir.Assign) else ():
            if isinstance(target, ir.Attribute) and isinstance(target.value, ir.Name):
                yield from {target.value.id} & set(module.scope.functions)
