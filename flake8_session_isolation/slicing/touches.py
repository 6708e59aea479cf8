"""What one function touches of candidate places, by its footprint alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from flake8_session_isolation.facts import Conversation
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Class, Function, Module, Scope, holder, home
from flake8_session_isolation.linking.call_graph import Call
from flake8_session_isolation.linking.lasting_values import may_be_shared
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.parameter_defaults import mutable_default_shapes
from flake8_session_isolation.linking.shapes import Own
from flake8_session_isolation.linking.singletons import attributes_at_risk, can_change
from flake8_session_isolation.slicing.shared_places import always_shared_names, given_to_each

NOTHING: frozenset[str] = frozenset()
DEFAULT = "<default>"
"""What a function touches that has a default which can be changed."""
_WHOLE = frozenset({"<parameter>"})
"""What a function touches that changes an object which it is given."""


class Touch(NamedTuple):
    """The names of candidate places that a function touches: `shared` ones whoever calls it, `given` ones on what it is
    given, its own object included."""

    shared: frozenset[str] = NOTHING
    given: frozenset[str] = NOTHING

    def __or__(self, other: Touch) -> Touch:
        """Both together."""
        return Touch(self.shared | other.shared, self.given | other.given)

    def through(self, call: Call) -> Touch:
        """What the caller touches by a call: what is shared, and what is given where the caller gives what is
        shared."""
        return Touch(self.shared | self.given, NOTHING) if call.hands_over else self


def touch_of(function: Function, view: Sharing, linted: Sharing) -> Touch:
    """What a function of the module of `view` touches itself, while the module of `linted` is linted."""
    objects = object_attributes(view)
    shared = {*_variables(function, view, linted), *_always_shared(function, view)}
    shared.update(attr for root, attr in function.footprint.parts if attr in objects and _lasts(root, function, view))
    return Touch(frozenset(shared), _changes_given(function, objects, view))


@memoised
def object_attributes(view: Sharing) -> frozenset[str]:
    """Names of attributes that methods in sight change after an object is made, and of those that all instances of a
    class are given one object for."""
    return frozenset(attributes_at_risk(view, every=True)) | given_to_each(view)


def _variables(function: Function, view: Sharing, linted: Sharing) -> Iterator[str]:
    """The variables of modules and of functions around that something in sight may change."""
    for name in function.footprint.variables | function.scope.global_names:
        where = holder(name, function.scope)
        if where is not None and (where is not function.scope or _is_of_another(name, where)):
            yield from _if_changed(name, where, view, linted)
    for root, attr in function.footprint.parts:
        for module, name in _variables_of_modules(root, attr, function, view):
            yield from _if_changed(name, module.scope, view, linted)


def _is_of_another(name: str, scope: Scope) -> bool:
    return name in scope.nonlocal_names or name in scope.global_names or name in scope.imports


def _if_changed(name: str, where: Scope, view: Sharing, linted: Sharing) -> Iterator[str]:
    """The key of a variable that its own module changes, or the linted one does."""
    name, where = _origin(name, where, view)
    key = _key(name, where)
    theirs = view.seen_from(where)
    if key in changed_variables(linted) or key in changed_variables(theirs) or name in always_shared_names(theirs):
        yield key


def _origin(name: str, where: Scope, view: Sharing) -> tuple[str, Scope]:
    """The variable of another module that an import leads to, else the variable itself."""
    away = view.modules.variable(where.imports[name], home(where)) if name in where.imports else None
    return (away[1], away[0].scope) if away is not None else (name, where)


def _key(name: str, where: Scope) -> str:
    return f"{where.owner.name}:{name}" if where.owner is not None else f"{home(where).prefix}:{name}"


@memoised
def changed_variables(view: Sharing) -> frozenset[str]:
    """The keys of the variables of modules and enclosing functions that functions of one module may change."""
    return frozenset(key for each in view.module.functions for key in _changed_by(each, view))


def _changed_by(function: Function, view: Sharing) -> Iterator[str]:
    footprint, scope = function.footprint, function.scope
    for name in scope.global_names | scope.nonlocal_names:
        where = holder(name, scope)
        yield _key(name, where if where is not None and where is not scope else home(scope).scope)
    for name in footprint.stores | footprint.uses:
        where = holder(name, scope)
        if where is None or (where is scope and not _is_of_another(name, where)):
            continue
        if name in footprint.stores or is_held(name, where, view):
            yield _key(*_origin(name, where, view))
    for root, attr in footprint.parts:
        if root in footprint.stores | footprint.uses:
            for module, at in _variables_of_modules(root, attr, function, view):
                if root in footprint.stores or is_held(at, module.scope, view):
                    yield _key(at, module.scope)


def is_held(name: str, scope: Scope, view: Sharing) -> bool:
    """Whether a variable holds something that a method can change, or of which each context has its own."""
    return any(isinstance(each, Own) or can_change(each, view.facts) for each in view.variable(name, scope))


def _variables_of_modules(root: str, attr: str, function: Function, view: Sharing) -> Iterator[tuple[Module, str]]:
    """The variables of the project's modules that `root.attr` may lead to: of the module that `root` stands for, and,
    as in `import package.module`, of one below it."""
    where = holder(root, function.scope)
    if where is None or root not in where.imports:
        return
    importer, whole = home(where), where.imports[root]
    module = _module_of(whole, importer, view)
    if module is not None:
        yield module, attr
    for dotted in importer.imported:
        below = _module_of(dotted, importer, view) if dotted.startswith(f"{whole}.{attr}") else None
        if below is not None:
            yield from ((below, name) for name in function.footprint.attributes if below.scope.binds(name))


def _module_of(dotted: str, importer: Module, view: Sharing) -> Module | None:
    found = view.modules.find(dotted, importer)
    return found.module if found is not None and not found.name else None


def _always_shared(function: Function, view: Sharing) -> Iterator[str]:
    """The names of what is shared wherever it is reached from."""
    names, footprint = always_shared_names(view), function.footprint
    yield from names & footprint.attributes
    yield from (each for each in names & footprint.variables if not _is_local(each, function))
    if function.decorators and function.short_name in names:
        yield function.short_name
    if function.defaults and any(name in function.mentions for name, _ in mutable_default_shapes(function, view)):
        yield DEFAULT


def _is_local(name: str, function: Function) -> bool:
    """Whether a name means a variable that the function makes for itself."""
    is_bound = name in function.scope.bindings and name not in function.parameters
    return is_bound and not _is_of_another(name, function.scope)


def _lasts(root: str, function: Function, view: Sharing) -> bool:
    """Whether a variable outlives the run of a function; a class or a function is no object."""
    where = holder(root, function.scope)
    if where is None or isinstance(where.owner, Class) or root in where.classes or root in where.functions:
        return False
    return may_be_shared(ir.Name(root), function.scope, view)


def _changes_given(function: Function, objects: frozenset[str], view: Sharing) -> frozenset[str]:
    """What a function touches of its own object, and what it changes of whatever else it is given."""
    footprint = function.footprint
    own = objects & footprint.attributes if function.receiver is not None else NOTHING
    changed = footprint.stores | footprint.grows
    if view.facts.knows(Conversation):
        changed = changed | footprint.uses
    given = changed.intersection(function.parameters) - {function.receiver}
    return frozenset(own | (objects & footprint.attributes) | _WHOLE if given else own)
