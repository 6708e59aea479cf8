"""Which candidate places one function touches, according to its footprint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import NamedTuple

from flake8_session_isolation.facts import Action, Container, Conversation, Facts
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import calls_of
from flake8_session_isolation.frontend.footprint import CHANGING_METHODS, note_way
from flake8_session_isolation.frontend.memoised import memoised, memoised_within
from flake8_session_isolation.frontend.scopes import Class, Footprint, Function, Scope, holder, home
from flake8_session_isolation.linking.instance_arguments import variables_kept_by
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.singletons import attributes_at_risk, container_bases, conversations_at_risk
from flake8_session_isolation.linking.stored_conversations import is_conversation
from flake8_session_isolation.linking.value_sources import CAPTURED, LASTING, PARAMETER, RECEIVER, Sources, sources
from flake8_session_isolation.linking.value_sources import NOTHING as NO_SOURCE
from flake8_session_isolation.slicing.call_persistent_state import kept_defaults, kept_results
from flake8_session_isolation.slicing.shared_places import exchanges, given_to_each, is_always_shared, is_read_as_it_is
from flake8_session_isolation.slicing.touch import NOTHING, Touch, changing, noted
from flake8_session_isolation.slicing.variable_changes import (
    Variable,
    is_of_another,
    named_by_keys,
    named_defaults,
    origin,
    variable_changes,
    variables_of_modules,
)

DEFAULT = "<default>"
"""What a function touches that has a default which can be changed."""

CONNECTION = "<connection>"
"""What a function touches that sends and receives on a connection which it does not open itself."""


class _Outside(NamedTuple):
    """A variable of an outer scope that a function mentions, and whether the function may change it."""

    name: str
    where: Scope
    is_changed: bool


class _Known(NamedTuple):
    """What a function touches, as far as its own module shows, and the variables that only another module may
    change."""

    touch: Touch
    unchanged: tuple[_Outside, ...]


def touch_of(function: Function, view: Sharing, linted: Sharing) -> Touch:
    """What a function of the module of `view` touches itself, when the module of `linted` is linted."""
    known = _known(view)
    found = known.get(function)
    if found is None:
        found = known[function] = _look_at(function, view)
    if linted is view:
        return found.touch
    changes = variable_changes(linted) if found.unchanged else None
    changed = [each for each in found.unchanged if changes is not None and changes.has(each.name, each.where)]
    touch = found.touch | on_storage(function, view, linted.facts)
    return touch | _on_variables(changed) if changed else touch


def on_storage(function: Function, view: Sharing, known: Facts) -> Touch:
    """What a function reaches in an application's storage by a request or an application that it is given, where its
    own module imports no library that would show this, but the facts `known` to its caller do."""
    if view.facts.ways_to_storage or not (known.ways_to_storage and function.parameters):
        return Touch()
    names = function.footprint.attributes.union(function.parameters)
    ways = (each for each in known.ways_to_storage if each <= names)
    return Touch(frozenset(name for each in ways for last in each & known.storage for name in noted(last, True)))


@memoised
def _known(view: Sharing) -> dict[Function, _Known]:
    """What is known about the functions of a module."""
    return {}


def _look_at(function: Function, view: Sharing) -> _Known:
    touched: list[_Outside] = []
    unchanged: list[_Outside] = []
    for each in _variables(function, _changed_variables(function, view), view):
        (touched if _is_changed(each.name, each.where, view) else unchanged).append(each)
    always = Touch(frozenset(_always_shared(function, view)))
    touch = always | _on_objects(function, view) | _on_variables(touched) | _on_what_is_reached(function, view)
    return _Known(touch | _on_connections(function, view), tuple(unchanged))


def _on_objects(function: Function, view: Sharing) -> Touch:
    """Attributes that change on objects, by where the variable comes from that leads to them; the function's own
    object, or what it is given, where none does."""
    objects, footprint = object_attributes(view), function.footprint
    roots, attributes = _changed_variables(function, view), _changed_attributes(function, view)
    talked = _conversations(view)
    touched = {each: set[str]() for each in (LASTING, RECEIVER, PARAMETER, CAPTURED)}
    origins: dict[str, Sources] = {}
    for root, attr in footprint.parts:
        if attr in objects:
            if root not in origins:
                origins[root] = _sources(root, function, view)
            is_changed = (root in roots and attr in attributes) or (root in footprint.uses and attr in talked)
            names = noted(attr, is_changed)
            for source, found in touched.items():
                if origins[root] & source:
                    found.update(names)
    rootless = [each for attr in objects & footprint.rootless for each in noted(attr, attr in attributes)]
    if rootless and function.receiver is not None:
        touched[RECEIVER].update(rootless)
    if rootless and roots.intersection(function.parameters) - {function.receiver}:
        touched[PARAMETER].update(rootless)
    return Touch(*(frozenset(each) if each else NOTHING for each in touched.values()))


def _on_connections(function: Function, view: Sharing) -> Touch:
    """The connections on which a function sends and receives, by the source of the variable that leads to each. The
    result of a call has no known source."""
    methods = exchanges(function, view.facts)
    if not methods:
        return Touch()
    roots = {root for root, attr in function.footprint.parts if attr in methods}
    found = LASTING if methods & function.footprint.rootless else NO_SOURCE
    for each in roots:
        found |= _sources(each, function, view)
    names = frozenset(noted(CONNECTION, True))
    return Touch(*(names if found & each else NOTHING for each in (LASTING, RECEIVER, PARAMETER, CAPTURED)))


def _on_variables(found: Iterable[_Outside]) -> Touch:
    shared, captured = set[str](), set[str]()
    for name, where, is_changed in found:
        (captured if isinstance(where.owner, Function) else shared).update(noted(key(name, where), is_changed))
    return Touch(shared=frozenset(shared), captured=frozenset(captured))


def _on_what_is_reached(function: Function, view: Sharing) -> Touch:
    """The touch of a function that mutates an object which a local variable or a call gives, by the sources of that
    object."""
    scope, footprint = function.scope, function.footprint
    changed = _changed_variables(function, view)
    local = [each for each in changed if each in scope.bindings and each != function.receiver]
    found = NO_SOURCE
    for node in (*map(ir.Name, local), *footprint.changed_results):
        found |= sources(node, scope, view)
    if function.receiver in changed and function.owner is not None and container_bases(function.owner, view.facts):
        found |= RECEIVER
    for name in changed - scope.bindings.keys():
        found |= _behind_captured(name, scope, view)
    return changing(found)


def _behind_captured(name: str, scope: Scope, view: Sharing) -> Sources:
    """The sources of the object for which a captured variable is another name: `lines = self.lines`; none for one that
    the enclosing function makes or is given."""
    where = holder(name, scope)
    if where is None or not isinstance(where.owner, Function) or where is scope or name in where.owner.parameters:
        return NO_SOURCE
    bound = where.bindings[name]
    around = sources(ir.Name(name), where, view) if len(bound) == 1 and bound[0] is not None else NO_SOURCE
    return (around & LASTING) | (CAPTURED if around & ~LASTING else NO_SOURCE)


def _changed_variables(function: Function, view: Sharing) -> set[str]:
    """The variables through which a function reaches what it changes, by their names."""
    return function.footprint.changed_variables | _reached_by_calls(function, view).variables


def _changed_attributes(function: Function, view: Sharing) -> set[str]:
    """The attributes through which a function reaches what it changes, by their names."""
    return function.footprint.changed_attributes | _reached_by_calls(function, view).attributes


class _Reached(NamedTuple):
    """Variables and attributes through which a function reaches objects of libraries that its calls may change."""

    variables: Set[str] = NOTHING
    attributes: Set[str] = NOTHING


@memoised_within
def _reached_by_calls(function: Function, view: Sharing) -> _Reached:
    """Through what a function reaches an object of a library when it calls a method that changes it, or hands it to
    what talks to it. What no variable leads to may be any object that the function uses."""
    footprint, changes = function.footprint, _library_changes(view)
    if _are_called(view) or not footprint.rootless.isdisjoint(changes):
        return _Reached(footprint.uses, footprint.fields)
    if footprint.attributes.isdisjoint(changes) and not _handed_names(view):
        return _UNREACHED
    roots = {root for root, attr in footprint.parts if attr in changes}
    roots.update(_handed(function, _handed_names(view)))
    return _Reached(roots, {attr for root, attr in footprint.parts if root in roots}) if roots else _UNREACHED


_UNREACHED = _Reached()


def _handed(function: Function, names: Set[str]) -> Set[str]:
    """The variables in arguments of these names."""
    found: set[str] = set()
    for call in (each.node for each in calls_of(function.scope)) if names else ():
        for each in call.keywords:
            if each.arg in names:
                note_way(each.value, found, Footprint())
    return found


def _calls_a_change(function: Function, view: Sharing) -> bool:
    """Whether a function may call a method that mutates an object of a library, or hand it to what talks to it."""
    return bool(_reached_by_calls(function, view).variables)


@memoised
def _library_changes(view: Sharing) -> frozenset[str]:
    """Names of methods that mutate containers of libraries, and of those that say something to a conversation."""
    rows = view.facts.every(Container)
    mutating = {each.name for row in rows for each in row.methods if each.action is not Action.READ}
    talks = view.facts.every(Conversation)
    said = {each for row in talks for each in (*row.methods, *row.forgets, *row.answers)}
    return frozenset((mutating - CHANGING_METHODS) | said)


@memoised
def _handed_names(view: Sharing) -> frozenset[str]:
    """Names of the arguments by which conversations are handed to those that use them."""
    return frozenset(each for row in view.facts.every(Conversation) for each in row.handed_as)


@memoised
def _are_called(view: Sharing) -> bool:
    """Whether conversations are called like functions."""
    return any("__call__" in row.methods for row in view.facts.every(Conversation))


@memoised
def object_attributes(view: Sharing) -> frozenset[str]:
    """Names of attributes that methods assign after construction, and of those for which all instances get the same
    object."""
    return frozenset(attributes_at_risk(view, every=True)) | given_to_each(view) | _conversations(view)


@memoised
def _conversations(view: Sharing) -> frozenset[str]:
    """Names of attributes that hold conversations of which the module itself need not know."""
    return frozenset(conversations_at_risk(view))


def _variables(function: Function, changing: Set[str], view: Sharing) -> Iterator[_Outside]:
    """The variables of modules and enclosing functions that a function mentions, some of them with names through which
    it reaches what it changes."""
    footprint, scope = function.footprint, function.scope
    changed = changing | scope.global_names | scope.nonlocal_names
    for name in footprint.variables | scope.global_names:
        for at in _outside(name, function, view):
            yield _Outside(*at, name in changed or _is_talked_to(name, at, function, view))
    for name in named_by_keys(function):
        yield _Outside(name, home(scope).scope, is_changed=True)
    for root, attr in footprint.parts:
        for at in variables_of_modules(root, attr, function, view):
            yield _Outside(*at, root in changed or _is_talked_to(root, at, function, view))
    for parameter, name, where in named_defaults(function):
        yield _Outside(*origin(name, where, view), parameter in changed | footprint.uses)


def changed_abroad(function: Function, view: Sharing) -> Iterator[Variable]:
    """The variables of other modules of the project that a function may change, with their scopes; what methods of the
    project's classes change is theirs."""
    changes = variable_changes(view)
    for name, where, is_changed in _variables(function, function.footprint.changed_variables, view):
        if is_changed and home(where) is not view.module and changes.has(name, where):
            yield name, where


def _is_talked_to(name: str, variable: Variable, function: Function, view: Sharing) -> bool:
    """Whether a function may call a method of a variable that mutates a library's object, which the module of the
    function need not know: it may import the variable, or what makes the object."""
    if name not in function.footprint.uses:
        return False
    theirs = view.seen_from(variable[1])
    return is_conversation(variable[0], theirs) or (theirs is not view and _calls_a_change(function, theirs))


def _outside(name: str, function: Function, view: Sharing) -> Iterator[Variable]:
    """The variable of an outer scope that a name means, star imports included."""
    where, module = holder(name, function.scope), view.module.scope
    found = origin(name, where or module, view)
    if found[1] is not module if where is None else where is not function.scope or is_of_another(name, where):
        yield found


def _is_changed(name: str, where: Scope, view: Sharing) -> bool:
    """Whether a variable is changed by the module that mentions it or by its own module."""
    theirs = view.seen_from(where)
    return any(variable_changes(each).has(name, where) for each in (view, theirs)) or is_always_shared(name, theirs)


def key(name: str, where: Scope) -> str:
    """The key under which a variable of a scope is kept."""
    return f"{where.owner.name}:{name}" if where.owner is not None else f"{home(where).prefix}:{name}"


def _always_shared(function: Function, view: Sharing) -> Iterator[str]:
    """The names of places that are shared wherever they are reached from; a class attribute that is only read does not
    count."""
    footprint = function.footprint
    variables = {each for each in footprint.variables if not _is_local(each, function)}
    names = {*footprint.attributes, *variables}
    if function.decorators:
        names.add(function.short_name)
    used = (_changed_attributes(function, view) | variables) - kept_results(view)
    for each in names:
        if is_always_shared(each, view):
            yield from noted(each, each in used or not is_read_as_it_is(each, view))
    if kept_defaults(function, view):
        yield from noted(DEFAULT, True)


def _is_local(name: str, function: Function) -> bool:
    """Whether a name is a local variable of the function."""
    is_bound = name in function.scope.bindings and name not in function.parameters
    return is_bound and not is_of_another(name, function.scope)


def _sources(root: str, function: Function, view: Sharing) -> Sources:
    """The possible sources of a variable's object; a class or a function has none."""
    if root == "super":
        return RECEIVER
    where = holder(root, function.scope)
    if where is None or isinstance(where.owner, Class) or root in where.classes or root in where.functions:
        return NO_SOURCE
    found = sources(ir.Name(root), function.scope, view)
    owner = function.owner if root == function.receiver else None
    kept = variables_kept_by(owner, view) if owner is not None else NOTHING
    return found if function.footprint.attributes.isdisjoint(kept) else found | LASTING
