"""Callers of a module in the files that import it: the functions that sessions enter there and that lead into it.

Asked only of a module that keeps state which its own unserved functions change.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Class, Function, home
from flake8_session_isolation.linking.attributes import MAKERS
from flake8_session_isolation.linking.call_graph import call_graph_of
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Site
from flake8_session_isolation.linking.shapes import Instance
from flake8_session_isolation.linking.singletons import shared_by_text, with_parts
from flake8_session_isolation.linking.unfollowed import without_imports
from flake8_session_isolation.slicing.bounds import ENTERED, Bounds
from flake8_session_isolation.slicing.entry_points import BY_THE_MODULE, contexts_of
from flake8_session_isolation.slicing.reachability import bounds_of, touches
from flake8_session_isolation.slicing.serving import may_serve
from flake8_session_isolation.slicing.touch import changeable
from flake8_session_isolation.slicing.touches import key


class Callers(NamedTuple):
    """The functions of one file that lead into another module: `direct` are the names of those that call or name
    something of it themselves, `functions` these and their callers, `handed` functions of the module that the file
    gives to a library.

    Their calls are followed within `bounds`.
    """

    view: Sharing
    direct: frozenset[str]
    functions: tuple[Function, ...]
    handed: tuple[Function, ...]
    bounds: Bounds

    def leads_from(self, site: Site) -> bool:
        """Whether a call there leads into the module; a function that is handed over is called by the module itself."""
        return site.function in self.direct or (site.function == BY_THE_MODULE and bool(self.handed))


@memoised
def callers_elsewhere(view: Sharing) -> tuple[Callers, ...]:
    """By file that imports a module the functions that lead into it, where one of them is served."""
    if not view.program.importers.may_be(view.module) or not state_of(view).changed:
        return ()
    importers = map(view.program.view, view.program.importers.of(view.module))
    asked = (_callers(each, view) for each in importers if may_serve(each))
    return tuple(each for each in asked if each is not None)


class State(NamedTuple):
    """The state of a module that functions change which nothing in it serves: `changed` are the names by which it is
    touched, `functions` those of the module that touch it, or call one that does."""

    changed: frozenset[str]
    functions: frozenset[Function]

    def is_behind(self, name: str, view: Sharing) -> bool:
        """Whether what the module calls `name` may lead to the state: a variable that holds it, an object, a function
        or a class that touches it."""
        scope = view.module.scope
        if name in scope.functions:
            return scope.functions[name] in self.functions
        if name in scope.classes:
            return self._is_of(scope.classes[name])
        if not {name, key(name, scope)}.isdisjoint(self.changed):
            return True
        return any(isinstance(each, Instance) for each in view.variable(name, scope))

    def _is_of(self, cls: Class) -> bool:
        is_held = not self.changed.isdisjoint(cls.scope.bindings)
        return is_held or not self.functions.isdisjoint(cls.scope.functions.values())


@memoised
def state_of(view: Sharing) -> State:
    """The state of a module that its own unserved functions change."""
    alone, contexts = without_imports(view), contexts_of(view)
    shared = with_parts(shared_by_text(view.module, alone), alone)
    names = {each: _touched(each, shared, alone) for each in view.module.functions}
    unserved = (each for each in names if not contexts.of(each).is_served and each.short_name not in MAKERS)
    changed = frozenset().union(*(changeable(names[each]) for each in unserved))
    touching = tuple(each for each in names if names[each] & changed)
    return State(changed, frozenset(_with_callers(touching, view)))


def _touched(function: Function, shared: Collection[Class], alone: Sharing) -> frozenset[str]:
    """What a function touches itself, on its own object as far as this is shared."""
    touch = touches(function, alone, alone)
    return touch.shared | touch.own if function.owner in shared else touch.shared


def _callers(importer: Sharing, imported: Sharing) -> Callers | None:
    direct = tuple(_direct(importer, imported))
    contexts = contexts_of(importer)
    handed = tuple(each for each, _, _ in contexts.abroad() if home(each.scope) is imported.module)
    functions = _with_callers(direct, importer)
    if not handed and not any(contexts.of(each).is_served for each in functions):
        return None
    return Callers(importer, frozenset(each.name for each in direct), functions, handed, bounds_of(importer))


def _direct(importer: Sharing, imported: Sharing) -> Iterator[Function]:
    """The functions of a file that call functions of a module which touch its state, or name something behind which
    this is."""
    graph, state = call_graph_of(importer), state_of(imported)
    for each in (importer.module.initialiser, *importer.module.functions):
        calls = (call.callee for call in graph.of(each) if call.how in ENTERED)
        if not state.functions.isdisjoint(calls) or any(_names(each, importer, imported)):
            yield each


def _names(function: Function, importer: Sharing, imported: Sharing) -> Iterator[bool]:
    """For each name of a module that a function mentions whether the state of the module is behind it."""
    state = state_of(imported)
    for scope in dict.fromkeys((importer.module.scope, function.scope)):
        for name, whole in scope.imports.items():
            found = importer.modules.find(whole, importer.module) if name in function.mentions else None
            if found is not None and found.module is imported.module:
                parts = (attr for root, attr in function.footprint.parts if root == name)
                yield any(state.is_behind(each, imported) for each in ((found.name,) if found.name else parts))


def _with_callers(functions: tuple[Function, ...], view: Sharing) -> tuple[Function, ...]:
    """Functions of a file and those of it that call them, in source order."""
    found, waiting = set(functions), list(functions)
    incoming = call_graph_of(view).incoming()
    while waiting:
        for caller, _ in incoming.get(waiting.pop(), ()):
            if caller not in found:
                found.add(caller)
                waiting.append(caller)
    return tuple(each for each in (view.module.initialiser, *view.module.functions) if each in found)
