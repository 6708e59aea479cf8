"""Callers of a module in the files that import it: the functions that sessions enter there and that lead into it.

Asked only of a module that keeps state which its own unserved functions change.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function, Module, home
from flake8_session_isolation.linking.attributes import MAKERS
from flake8_session_isolation.linking.call_graph import call_graph_of
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Site
from flake8_session_isolation.linking.singletons import shared_by_text, with_parts
from flake8_session_isolation.linking.unfollowed import without_imports
from flake8_session_isolation.slicing.bounds import ENTERED, Bounds
from flake8_session_isolation.slicing.entry_points import BY_THE_MODULE, contexts_of
from flake8_session_isolation.slicing.reachability import bounds_of, touches
from flake8_session_isolation.slicing.serving import may_serve
from flake8_session_isolation.slicing.touch import changeable


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
    if not view.program.importers.may_be(view.module) or not _changes_state_unserved(view):
        return ()
    importers = map(view.program.view, view.program.importers.of(view.module))
    asked = (_callers(each, view.module) for each in importers if may_serve(each))
    return tuple(each for each in asked if each is not None)


def _changes_state_unserved(view: Sharing) -> bool:
    """Whether a function that nothing in the module serves changes what outlives it."""
    alone, contexts = without_imports(view), contexts_of(view)
    shared = with_parts(shared_by_text(view.module, alone), alone)
    for each in view.module.functions:
        if contexts.of(each).is_served or each.short_name in MAKERS:
            continue
        touch = touches(each, alone, alone)
        if changeable(touch.shared | touch.own if each.owner in shared else touch.shared):
            return True
    return False


def _callers(view: Sharing, module: Module) -> Callers | None:
    direct = tuple(_direct(view, module))
    contexts = contexts_of(view)
    handed = tuple(each for each, _, _ in contexts.abroad() if home(each.scope) is module)
    functions = _with_callers(direct, view)
    if not handed and not any(contexts.of(each).is_served for each in functions):
        return None
    return Callers(view, frozenset(each.name for each in direct), functions, handed, bounds_of(view))


def _direct(view: Sharing, module: Module) -> Iterator[Function]:
    """The functions of a file that call a module's functions, or name something of it."""
    graph = call_graph_of(view)
    for each in (view.module.initialiser, *view.module.functions):
        calls = (call.callee for call in graph.of(each) if call.how in ENTERED)
        if any(home(callee.scope) is module for callee in calls) or any(_names(each, view, module)):
            yield each


def _names(function: Function, view: Sharing, module: Module) -> Iterator[bool]:
    for scope in dict.fromkeys((view.module.scope, function.scope)):
        for name, whole in scope.imports.items():
            if name in function.mentions:
                found = view.modules.find(whole, view.module)
                yield found is not None and found.module is module


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
