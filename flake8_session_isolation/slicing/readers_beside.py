"""Readers of state that the linted module leaves in a third module, and those who resize what it walks over there.

They are functions of the third module, and of other files that import it. These files need not import the linted one,
nor be imported by it. Needed only for a file whose handlers change a variable of another module of the project, or
whose coroutines walk over one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function, Module, Scope, home
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.shapes import Instance
from flake8_session_isolation.slicing.callers_elsewhere import Callers, callers_elsewhere, callers_in
from flake8_session_isolation.slicing.entry_points import contexts_of
from flake8_session_isolation.slicing.importer_budget import budget_of
from flake8_session_isolation.slicing.module_state import State, including_callers
from flake8_session_isolation.slicing.serving import may_serve
from flake8_session_isolation.slicing.touches import changed_abroad, key
from flake8_session_isolation.slicing.walks_abroad import walked_abroad


def asked_elsewhere(view: Sharing) -> tuple[Callers, ...]:
    """The functions of other files that lead to state of a module, or read state of a third that it changes."""
    return (*callers_elsewhere(view), *readers_beside(view))


@memoised
def readers_beside(view: Sharing) -> tuple[Callers, ...]:
    """By file the functions that lead to a state which handlers of the linted file change in a third module."""
    return tuple(_readers(view)) if may_serve(view) else ()


def _readers(view: Sharing) -> Iterator[Callers]:
    for module, names in _left_in(view).items():
        yield from _of_state(module, names, view)
    for module, names in _walked_in(view).items():
        yield from (each._replace(resizes=True) for each in _of_state(module, names, view))


def _of_state(module: Module, names: set[str], view: Sharing) -> Iterator[Callers]:
    """By file the functions that lead to some variables of a third module."""
    theirs = view.program.view(module)
    state = _state(names, theirs)
    for each in (theirs, *map(view.program.view, view.program.importers.of(module))):
        is_asked = each is not view and (each is theirs or budget_of(view).allows(each))
        found = callers_in(each, theirs, state) if is_asked else None
        if found is not None:
            yield found._replace(home=module)


def _walked_in(view: Sharing) -> dict[Module, set[str]]:
    """The variables of other modules that coroutines of a module walk over, by their module."""
    found: dict[Module, set[str]] = defaultdict(set)
    for name, where in (each for variables in walked_abroad(view).values() for each in variables):
        found[home(where)].add(name)
    return found


def _left_in(view: Sharing) -> dict[Module, set[str]]:
    """The variables of other modules that served functions of a module change, by their module, if there are handlers
    among these: what a coroutine leaves of which nothing else is known counts only where it is read itself."""
    found: dict[Module, set[str]] = defaultdict(set)
    contexts = contexts_of(view)
    if not any(contexts.of(each).is_handler for each in view.module.functions):
        return found
    for function in view.module.functions:
        if contexts.of(function).is_served:
            for name, where in changed_abroad(function, view):
                if _is_data(name, where, function, view.seen_from(where)):
                    found[home(where)].add(name)
    return found


def _is_data(name: str, where: Scope, function: Function, view: Sharing) -> bool:
    """Whether a function changes a variable, or an attribute of the object in it, and does not only call a method of
    that object, which the file of its class is asked about. `view` is that of the variable's module."""
    shapes = view.variable(name, where)
    classes = [each.of for each in shapes if isinstance(each, Instance)]
    if len(classes) < len(shapes) or not classes:
        return True
    changed = function.footprint.changed_attributes
    return any(not changed.isdisjoint(view.attributes.bindings(each)) for each in classes)


def _state(names: set[str], view: Sharing) -> State:
    """Some variables of a module as a state of it, with the functions of the module that mention them."""
    touching = tuple(each for each in view.module.functions if not names.isdisjoint(each.mentions))
    changed = frozenset(key(each, view.module.scope) for each in names)
    return State(changed, frozenset(including_callers(touching, view)))
