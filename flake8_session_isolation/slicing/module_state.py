"""The state of a module that its own functions change, by which its users in other files are found."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from flake8_session_isolation.frontend.call_sites import returned
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.quick_look import MAKERS
from flake8_session_isolation.frontend.scopes import Class, Function
from flake8_session_isolation.linking.call_graph import call_graph_of
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.shapes import Instance
from flake8_session_isolation.linking.singletons import shared_by_text, with_parts
from flake8_session_isolation.linking.unfollowed import without_imports
from flake8_session_isolation.linking.value_sources import LASTING, sources
from flake8_session_isolation.slicing.entry_points import contexts_of
from flake8_session_isolation.slicing.kept_elsewhere import kept_elsewhere
from flake8_session_isolation.slicing.reachability import touches
from flake8_session_isolation.slicing.touch import changeable, noted
from flake8_session_isolation.slicing.touches import key


class State(NamedTuple):
    """What of a module others are asked about: the `functions` that touch its state, or call one that does; `changed`
    are the names by which that is touched, `changing` the unserved functions that change it, or lead to one that does;
    a served function changes it if it `is_changed_at_home`. With `only_changes`, reading the state does not count."""

    changed: frozenset[str]
    functions: frozenset[Function]
    changing: frozenset[Function] = frozenset()
    is_changed_at_home: bool = False
    only_changes: bool = False

    def changes(self) -> State:
        """The same state, of which others are only asked whether they change it."""
        return self._replace(functions=self.changing, only_changes=True)

    def words(self) -> frozenset[str]:
        """The names of variables and attributes by which it is touched."""
        return frozenset(each.removesuffix("=").rpartition(":")[2] for each in self.changed)

    def attributes(self) -> frozenset[str]:
        """The names of attributes by which it is touched."""
        return frozenset(each for each in self.words() if each in self.changed)

    def is_reached_by(self, name: str, view: Sharing) -> bool:
        """Whether a name of the module leads to the state: a variable that holds it, or an object, function or class
        that touches it."""
        scope = view.module.scope
        if name in scope.functions:
            return scope.functions[name] in self.functions
        if name in scope.classes:
            return self.is_of(scope.classes[name])
        if not {name, key(name, scope)}.isdisjoint(self.changed):
            return True
        return any(isinstance(each, Instance) and self.is_of(each.of) for each in view.variable(name, scope))

    def is_of(self, cls: Class) -> bool:
        """Whether objects of a class hold a part of the state."""
        scopes = [each.scope for each in cls.lineage()]
        is_held = any(not self.changed.isdisjoint(each.bindings) for each in scopes)
        return is_held or any(not self.functions.isdisjoint(each.functions.values()) for each in scopes)


@memoised
def state_of(view: Sharing) -> State:
    """The state of a module that its own functions change, and that of objects which other files keep."""
    alone, contexts = without_imports(view), contexts_of(view)
    kept = with_parts(kept_elsewhere(view), alone)
    shared = with_parts(shared_by_text(view.module, alone), alone) | kept
    names = {each: _touched(each, shared, alone) for each in view.module.functions}
    served = frozenset(each for each in names if each.owner not in kept and contexts.of(each).is_served)
    unserved = [each for each in names if each not in served]
    variables = _of_context_variables(alone)
    names = {each: found - variables for each, found in names.items()}
    changed = _changed_by(unserved, names)
    # What served functions of the module read is known without other files.
    at_home = _changed_by(served, names) - changed
    handing_out = {each for each in served if names[each] & at_home and _hands_out(each, alone)}
    asked = (served - handing_out).__contains__
    touching = tuple(each for each in names if names[each] & (changed if asked(each) else changed | at_home))
    changing = tuple(each for each in touching if changeable(_touched_of_others(each, names[each], alone)) & changed)
    leading = frozenset(including_callers(changing, view))
    is_served = bool(at_home) or any(contexts.of(each).is_served for each in leading - {view.module.initialiser})
    return State(changed | at_home, frozenset(including_callers(touching, view)), leading, is_served)


def _of_context_variables(view: Sharing) -> frozenset[str]:
    """The names by which functions access the objects in context variables of a module; setting a variable affects only
    the context that does it."""
    scope = view.module.scope
    every = (each for name in view.privates.context_variables for each in (name, key(name, scope)))
    return frozenset(form for each in every for form in noted(each, True))


def _changed_by(functions: Iterable[Function], names: Mapping[Function, frozenset[str]]) -> frozenset[str]:
    """The names by which functions change what outlives their object's construction."""
    return frozenset().union(*(changeable(names[each]) for each in functions if each.short_name not in MAKERS))


def _hands_out(function: Function, view: Sharing) -> bool:
    """Whether a function may return an object that outlives its call; its callers may then change the object."""
    return any(sources(each, function.scope, view) & LASTING for each in returned(function))


def _touched_of_others(function: Function, names: frozenset[str], alone: Sharing) -> frozenset[str]:
    """The names that a function touches; attributes of the object that it is constructing are left out."""
    return touches(function, alone, alone).shared if function.short_name in _FILLING else names


_FILLING = MAKERS - {"__new__", "__init_subclass__"}


def _touched(function: Function, shared: Collection[Class], alone: Sharing) -> frozenset[str]:
    """What a function touches, its own object included if that is shared."""
    touch = touches(function, alone, alone)
    return touch.shared | touch.own if function.owner in shared else touch.shared


def including_callers(functions: tuple[Function, ...], view: Sharing) -> tuple[Function, ...]:
    """Some functions of a file and their callers in it, in source order."""
    if not functions:
        return ()
    found, waiting = set(functions), list(functions)
    incoming = call_graph_of(view).incoming()
    while waiting:
        for caller, _ in incoming.get(waiting.pop(), ()):
            if caller not in found:
                found.add(caller)
                waiting.append(caller)
    return tuple(each for each in (view.module.initialiser, *view.module.functions) if each in found)
