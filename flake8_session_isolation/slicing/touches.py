"""What one function touches of candidate places, by its footprint alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from flake8_session_isolation.facts import Conversation
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Class, Function, Scope, holder
from flake8_session_isolation.linking.call_graph import Call
from flake8_session_isolation.linking.lasting_values import may_be_shared
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.parameter_defaults import mutable_default_shapes
from flake8_session_isolation.linking.singletons import attributes_at_risk
from flake8_session_isolation.slicing.shared_places import given_to_each, is_always_shared
from flake8_session_isolation.slicing.variable_changes import (
    Variable,
    is_of_another,
    origin,
    variable_changes,
    variables_of_modules,
)

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
        for at in _outside(name, function, view):
            yield from _if_changed(*at, view, linted)
    for root, attr in function.footprint.parts:
        for name, where in variables_of_modules(root, attr, function, view):
            yield from _if_changed(name, where, view, linted)


def _outside(name: str, function: Function, view: Sharing) -> Iterator[Variable]:
    """The variable outside of a function that a name in it means, by a star import too."""
    where, module = holder(name, function.scope), view.module.scope
    found = origin(name, where or module, view)
    if found[1] is not module if where is None else where is not function.scope or is_of_another(name, where):
        yield found


def _if_changed(name: str, where: Scope, view: Sharing, linted: Sharing) -> Iterator[str]:
    """The key of a variable that its own module changes, or the linted one does."""
    theirs = view.seen_from(where)
    if any(variable_changes(each).has(name, where) for each in (linted, theirs)) or is_always_shared(name, theirs):
        yield f"{where.owner.name}:{name}" if where.owner is not None else f"{theirs.module.prefix}:{name}"


def _always_shared(function: Function, view: Sharing) -> Iterator[str]:
    """The names of what is shared wherever it is reached from."""
    footprint = function.footprint
    names = set(footprint.attributes)
    names.update(each for each in footprint.variables if not _is_local(each, function))
    if function.decorators:
        names.add(function.short_name)
    yield from (each for each in names if is_always_shared(each, view))
    if function.defaults and any(name in function.mentions for name, _ in mutable_default_shapes(function, view)):
        yield DEFAULT


def _is_local(name: str, function: Function) -> bool:
    """Whether a name means a variable that the function makes for itself."""
    is_bound = name in function.scope.bindings and name not in function.parameters
    return is_bound and not is_of_another(name, function.scope)


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
