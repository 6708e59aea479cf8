"""Callers in other files: functions that sessions enter there and that lead to the state of a module.

Searched are the files that import the module, or that import such a file. Needed only for a module whose own unserved
functions change its state.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function, Module, home
from flake8_session_isolation.linking.call_graph import call_graph_of
from flake8_session_isolation.linking.importers import changing
from flake8_session_isolation.linking.library_callbacks import callbacks_of
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Site
from flake8_session_isolation.linking.registrations import registrations_of
from flake8_session_isolation.linking.scripts import script_of
from flake8_session_isolation.slicing.bounds import (
    ENTERED,
    FARTHEST_CALLERS,
    Bounds,
    bounds_from,
    called_beyond,
    with_callees,
)
from flake8_session_isolation.slicing.entry_points import BY_THE_MODULE, contexts_of
from flake8_session_isolation.slicing.importer_budget import budget_of
from flake8_session_isolation.slicing.kept_elsewhere import files_around, kept_elsewhere
from flake8_session_isolation.slicing.module_state import State, including_callers, state_of
from flake8_session_isolation.slicing.name_mentions import (
    by_name,
    every_import_of,
    may_concern,
    names_leading_to,
    reads_an_object_of,
)
from flake8_session_isolation.slicing.reachability import touches
from flake8_session_isolation.slicing.serving import may_serve
from flake8_session_isolation.slicing.thread_starts import started_elsewhere
from flake8_session_isolation.slicing.touch import changeable


class Callers(NamedTuple):
    """The functions of another file that lead to the state of a module. `direct` are the names of those that call or
    mention such a function of another file, `functions` are these and their callers, `handed` are functions of other
    files that this file gives to a library. Calls are followed within `bounds`. The state is that of the linted module,
    or that of a third one, its `home`, of which matters who reads it or, if the linted module walks over it, who
    `resizes` it."""

    view: Sharing
    direct: frozenset[str]
    functions: tuple[Function, ...]
    handed: tuple[Function, ...]
    bounds: Bounds
    home: Module | None = None
    resizes: bool = False

    def leads_from(self, site: Site) -> bool:
        """Whether a function of that file leads to the state; what is handed over counts as called by the module
        itself."""
        return site.function in self.direct or (site.function == BY_THE_MODULE and bool(self.handed))


class _Leading:
    """The functions of one file that lead to the state of another, through `level` files between."""

    def __init__(self, view: Sharing, level: int) -> None:
        self.view = view
        self.level = level
        self.direct: dict[Function, None] = {}
        self.handed: dict[Function, None] = {}

    def to(self, imported: Sharing, state: State) -> None:
        """Add the functions that lead to the state through another file."""
        self.direct.update(dict.fromkeys(_direct(self.view, imported, state)))
        if not _may_hand_over(self.view, imported, state):
            return
        registered = (each for each, _ in registrations_of(self.view).abroad())
        given = (*registered, *callbacks_of(self.view).abroad, *(each for _, each in started_elsewhere(self.view)))
        if any(home(each.scope) is imported.module for each in given):
            contexts = contexts_of(self.view)
            abroad = (each for each, _, _ in (*contexts.abroad(), *contexts.started()))
            self.handed.update(dict.fromkeys(each for each in abroad if home(each.scope) is imported.module))

    @property
    def functions(self) -> tuple[Function, ...]:
        """All functions that lead there, in source order."""
        return including_callers(tuple(self.direct), self.view)

    def only_hands_on(self, view: Sharing, state: State) -> bool:
        """Whether no function of the file leads to the state of a module, but its names can be imported from it."""
        return not self.direct and _may_hand_over(self.view, view, state)

    def unserved(self, state: State) -> State:
        """Those that nothing in the file serves; the files that import it are searched for their callers."""
        unserved = (each for each in self.functions if not contexts_of(self.view).of(each).is_served)
        return State(frozenset(), frozenset(unserved), only_changes=state.only_changes)

    def callers(self) -> Callers | None:
        """The result for a file in which one of the functions is served."""
        functions = self.functions
        if not self.handed and not any(contexts_of(self.view).of(each).is_served for each in functions):
            return None
        direct = frozenset(each.name for each in self.direct)
        return Callers(self.view, direct, functions, (*self.handed,), self._bounds(functions))

    def _bounds(self, functions: Iterable[Function]) -> Bounds:
        """The limits for following calls of these functions, by their size; functions that are handed over count as
        called."""
        order = list(with_callees(functions, self.view))
        return bounds_from((*called_beyond(order, self.view), *self.handed), self.view)


@memoised
def callers_elsewhere(view: Sharing) -> tuple[Callers, ...]:
    """By file the functions that lead to the state of a module, where one of them is served: of the files that import
    the module, and of those that import such a file, where that only hands on."""
    keeps = view.program.importers.may_be(view.module) or _uses_storage(view)
    if not (keeps or changing(view.module)) or not _is_near_what_serves(view) or not (keeps or kept_elsewhere(view)):
        return ()
    state = state_of(view)
    if not state.changed or not may_concern(files_around(view), state, view):
        return ()
    # Who only makes an object that is kept elsewhere changes nothing, and yet leads others to it.
    is_certain = state.is_changed_at_home or bool(kept_elsewhere(view))
    if not is_certain and not any(True for _ in _callers(view, state.changes())):
        return ()
    return tuple(_callers(view, state))


def callers_in(importer: Sharing, imported: Sharing, state: State) -> Callers | None:
    """The functions of one file that lead to a state of a module which it imports, or its own, if one of them is
    served."""
    leading = _Leading(importer, 1)
    if importer is imported:
        leading.direct.update(dict.fromkeys(each for each in importer.module.functions if each in state.functions))
    else:
        leading.to(imported, state)
    return leading.callers() if may_serve(importer) else None


def _callers(view: Sharing, state: State) -> Iterator[Callers]:
    """By file the functions that lead to a state of a module, where one of them is served."""
    budget, found = budget_of(view), dict[Sharing, _Leading]()
    for level in range(1, FARTHEST_CALLERS + 1):
        for through, imported, theirs in _before(view, state, found, level):
            for module in view.program.importers.of(through.module) if theirs.functions or theirs.changed else ():
                importer = view.program.view(module)
                if importer is not view and budget.allows(importer):
                    found.setdefault(importer, _Leading(importer, level)).to(imported, theirs)
    known = (each.callers() for each in found.values() if may_serve(each.view))
    return (each for each in known if each is not None)


def _before(
    view: Sharing, state: State, found: Mapping[Sharing, _Leading], level: int
) -> list[tuple[Sharing, Sharing, State]]:
    """The files whose importers are searched next, each with the file to whose state they may lead: itself, or the
    module of `view` if it only hands on what it imports from there."""
    if level == 1:
        return [(view, view, state)]
    last = [each for each in found.values() if each.level == level - 1]
    return [
        (each.view, view, state) if each.only_hands_on(view, state) else (each.view, each.view, each.unserved(state))
        for each in last
    ]


def _is_near_what_serves(view: Sharing) -> bool:
    """Whether a file that may serve imports a module, or a file that imports it: without one nothing is resolved."""
    program = view.program
    near = (each for at in (view.module, *program.importers.of(view.module)) for each in program.importers.serving(at))
    return any(may_serve(program.view(each)) for each in near if each is not view.module)


def _uses_storage(view: Sharing) -> bool:
    """Whether functions of a module use the application's storage, which belongs to no module."""
    storage = view.facts.storage
    return bool(storage) and any(not storage.isdisjoint(each.footprint.attributes) for each in view.module.functions)


def _direct(importer: Sharing, imported: Sharing, state: State) -> Iterator[Function]:
    """The functions of a file that call functions of another file which touch its state, or mention a name that leads
    to it."""
    graph, named = call_graph_of(importer), by_name(importer, imported, state)
    start = (importer.module.initialiser,) if script_of(importer).is_rerun else ()
    for each in (*start, *filter(named, importer.module.functions)):
        calls = (call.callee for call in graph.of(each) if call.how in ENTERED)
        if not state.functions.isdisjoint(calls):
            yield each
        elif any(names_leading_to(each, importer, imported, state)) or reads_an_object_of(each, importer, state):
            if not state.only_changes or _changes(each, importer, state):
                yield each


def _changes(function: Function, importer: Sharing, state: State) -> bool:
    """Whether a function that mentions a state may change it: itself, or by a function that it mentions."""
    if not {each.short_name for each in state.functions}.isdisjoint(function.mentions):
        return True
    return not changeable(touches(function, importer, importer).of_shared_objects()).isdisjoint(state.changed)


def _may_hand_over(importer: Sharing, imported: Sharing, state: State) -> bool:
    """Whether a file imports another one, all names of it, a class or a function of it that leads to the state."""
    scope = imported.module.scope
    if importer.module.scope.star_imports:
        return True
    names = (variable for _, variable in every_import_of(importer, imported))
    return any(not each or each in scope.classes or state.is_reached_by(each, imported) for each in names)
