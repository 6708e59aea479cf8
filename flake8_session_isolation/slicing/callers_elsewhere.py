"""Who serves a module: functions of the files that import it, or that import such a file, which sessions enter there
and which lead to its state.

Asked only of a module that keeps state which its own unserved functions change.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from flake8_session_isolation.facts import MARK, Injects
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Class, Function, Module, home
from flake8_session_isolation.frontend.spelling import spelled
from flake8_session_isolation.linking.attributes import MAKERS
from flake8_session_isolation.linking.call_graph import call_graph_of
from flake8_session_isolation.linking.injections import injections
from flake8_session_isolation.linking.library_callbacks import callbacks_of
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Site
from flake8_session_isolation.linking.registrations import registrations_of
from flake8_session_isolation.linking.scripts import script_of
from flake8_session_isolation.linking.shapes import ENTRIES, EXITS, Instance
from flake8_session_isolation.linking.singletons import shared_by_text, with_parts
from flake8_session_isolation.linking.unfollowed import without_imports
from flake8_session_isolation.slicing.bounds import ENTERED, FARTHEST_CALLERS, LARGEST, MOST_WORK, Bounds, work_of
from flake8_session_isolation.slicing.entry_points import BY_THE_MODULE, contexts_of
from flake8_session_isolation.slicing.kept_elsewhere import files_around, kept_elsewhere
from flake8_session_isolation.slicing.reachability import touches
from flake8_session_isolation.slicing.serving import may_serve
from flake8_session_isolation.slicing.thread_starts import started_elsewhere
from flake8_session_isolation.slicing.touch import changeable
from flake8_session_isolation.slicing.touches import key


_IMPLICIT = frozenset({"__call__", *ENTRIES, *EXITS})


class Callers(NamedTuple):
    """The functions of another file that lead to the state of a module. `direct` are the names of those that call or
    mention such a function of another file, `functions` are these and their callers, `handed` are functions of other
    files that this file gives to a library. Calls are followed within `bounds`."""

    view: Sharing
    direct: frozenset[str]
    functions: tuple[Function, ...]
    handed: tuple[Function, ...]
    bounds: Bounds

    def leads_from(self, site: Site) -> bool:
        """Whether a function of that file leads to the state; what is handed over counts as called by the module
        itself."""
        return site.function in self.direct or (site.function == BY_THE_MODULE and bool(self.handed))


class State(NamedTuple):
    """What of a module others are asked about: the `functions` that touch its state, or call one that does; `changed`
    are the names by which that is touched, `changing` the functions that change it, or lead to one that does."""

    changed: frozenset[str]
    functions: frozenset[Function]
    changing: frozenset[Function] = frozenset()

    def is_reached_by(self, name: str, view: Sharing) -> bool:
        """Whether a name of the module leads to the state: a variable that holds it, or an object, function or class
        that touches it."""
        scope = view.module.scope
        if name in scope.functions:
            return scope.functions[name] in self.functions
        if name in scope.classes:
            return self._is_of(scope.classes[name])
        if not {name, key(name, scope)}.isdisjoint(self.changed):
            return True
        return any(isinstance(each, Instance) and self._is_of(each.of) for each in view.variable(name, scope))

    def _is_of(self, cls: Class) -> bool:
        scopes = [each.scope for each in cls.lineage()]
        is_held = any(not self.changed.isdisjoint(each.bindings) for each in scopes)
        return is_held or any(not self.functions.isdisjoint(each.functions.values()) for each in scopes)


class _Leading:
    """The functions of one file that lead to the state of another, through `level` files between."""

    def __init__(self, view: Sharing, level: int) -> None:
        self.view = view
        self.level = level
        self.direct: dict[Function, None] = {}
        self.handed: dict[Function, None] = {}
        self.farthest = level

    def to(self, imported: Sharing, state: State, level: int) -> None:
        """Note those that lead there over another file."""
        self.farthest = level
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
        return _with_callers(tuple(self.direct), self.view)

    def only_hands_on(self, view: Sharing) -> bool:
        """Whether no function of the file leads to the state of a module, but its names can be imported from it."""
        return not self.direct and _may_hand_over(self.view, view, state_of(view))

    def unserved(self) -> State:
        """Those that nothing in the file serves; the files that import it are searched for their callers."""
        unserved = (each for each in self.functions if not contexts_of(self.view).of(each).is_served)
        return State(frozenset(), frozenset(unserved))

    def callers(self) -> Callers | None:
        """The result for a file in which one of the functions is served."""
        functions = self.functions
        if not self.handed and not any(contexts_of(self.view).of(each).is_served for each in functions):
            return None
        direct = frozenset(each.name for each in self.direct)
        return Callers(self.view, direct, functions, (*self.handed,), Bounds(self.farthest, self._largest(functions)))

    def _largest(self, functions: Iterable[Function]) -> int:
        """The size up to which functions of other modules are entered, which these call."""
        graph, module = call_graph_of(self.view), self.view.module
        calls = (call for each in functions for call in graph.of(each) if call.how in ENTERED)
        called = {each.callee for each in calls if home(each.callee.scope) is not module}
        sizes = [work_of(each, self.view) for each in (*called, *self.handed)]
        fits = (each for each in LARGEST if sum(size for size in sizes if size <= each) <= MOST_WORK)
        return next(fits, LARGEST[-1])


@memoised
def callers_elsewhere(view: Sharing) -> tuple[Callers, ...]:
    """By file the functions that lead to the state of a module, where one of them is served: of the files that import
    the module, and of those that import such a file, where that only hands on."""
    importers = view.program.importers
    if not (importers.may_be(view.module) or _uses_storage(view) or kept_elsewhere(view)) or not state_of(view).changed:
        return ()
    if not _may_be_changed_from(files_around(view), state_of(view), view):
        return ()
    found: dict[Sharing, _Leading] = {}
    for level in range(1, FARTHEST_CALLERS + 1):
        for through, imported, state in _before(view, found, level):
            for module in importers.of(through.module) if state.functions else ():
                importer = view.program.view(module)
                if importer is not view:
                    found.setdefault(importer, _Leading(importer, level)).to(imported, state, level)
    known = (each.callers() for each in found.values() if may_serve(each.view))
    return tuple(each for each in known if each is not None)


def _before(view: Sharing, found: Mapping[Sharing, _Leading], level: int) -> list[tuple[Sharing, Sharing, State]]:
    """The files whose importers are searched next, each with the file to whose state they may lead: itself, or the
    module of `view` if it only hands on what it imports from there."""
    if level == 1:
        return [(view, view, state_of(view))]
    last = [each for each in found.values() if each.level == level - 1]
    return [
        (each.view, view, state_of(view)) if each.only_hands_on(view) else (each.view, each.view, each.unserved())
        for each in last
    ]


def _uses_storage(view: Sharing) -> bool:
    """Whether functions of a module use the application's storage, which belongs to no module."""
    storage = view.facts.storage
    return bool(storage) and any(not storage.isdisjoint(each.footprint.attributes) for each in view.module.functions)


@memoised
def state_of(view: Sharing) -> State:
    """The state of a module that its own unserved functions change, and that of objects which other files
    keep."""
    alone, contexts = without_imports(view), contexts_of(view)
    kept = with_parts(kept_elsewhere(view), alone)
    shared = with_parts(shared_by_text(view.module, alone), alone) | kept
    names = {each: _touched(each, shared, alone) for each in view.module.functions}
    asking = (each for each in names if each.owner in kept or not contexts.of(each).is_served)
    unserved = (each for each in asking if each.short_name not in MAKERS)
    changed = frozenset().union(*(changeable(names[each]) for each in unserved))
    touching = tuple(each for each in names if names[each] & changed)
    changing = tuple(each for each in touching if changeable(_touched_of_others(each, names[each], alone)) & changed)
    return State(changed, frozenset(_with_callers(touching, view)), frozenset(_with_callers(changing, view)))


def _may_be_changed_from(importers: Iterable[Module], state: State, view: Sharing) -> bool:
    """Whether one of some files may lead to a change of the state, as far as it mentions what does: else its sessions
    only read what no session changes."""
    changing = state.changing - {view.module.initialiser}
    if not changing:
        return False
    if any(_has_no_name(each) or contexts_of(view).of(each).is_served for each in changing):
        return True
    words = {each.short_name for each in changing} | {each.owner.short_name for each in changing if each.owner}
    words.update(_other_names(_mention(words), view.module))
    mentioned = _mention(words)
    texts = (each.text for each in importers)
    return any(mentioned.search(each) and mentioned.search(_without_mere_imports(each)) for each in texts)


def _without_mere_imports(text: str) -> str:
    """A text without what only hands names on: imports under the same names, the list of what a module offers."""
    return _HANDING_ON.sub("", _AS_ITSELF.sub(r"\1", text))


_HANDING_ON = re.compile(
    r"^from[ \t]+[\w.]+[ \t]+import\b[ \t]*(?:\((?:(?!\bas\b)[^)])*\)|(?:(?!\bas\b)[^(\n])*$)"
    r"|^__all__\b[^=\n]*=[ \t]*(?:\([^)]*\)|\[[^]]*\])",
    re.MULTILINE,
)
_AS_ITSELF = re.compile(r"\b(\w+)[ \t]+as[ \t]+\1\b")


def _has_no_name(function: Function) -> bool:
    """Whether a function may be called without being named; a constructor is named by its class."""
    name = function.short_name
    return not name.isidentifier() or (name.startswith("__") and name not in MAKERS)


def _mention(words: Collection[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words))})\b")


def _other_names(mentioned: re.Pattern[str], module: Module) -> Iterator[str]:
    """The variables of a module and its classes that are bound to something which mentions one of some names."""
    for scope in (module.scope, *(each.scope for each in module.classes.values())):
        for name, values in scope.bindings.items():
            if any(mentioned.search(spelled(each)) for each in values if each is not None):
                yield name


def _touched_of_others(function: Function, names: frozenset[str], alone: Sharing) -> frozenset[str]:
    """The names that a function touches, those on the object left out that it is just making."""
    return touches(function, alone, alone).shared if function.short_name in _FILLING else names


_FILLING = MAKERS - {"__new__", "__init_subclass__"}


def _touched(function: Function, shared: Collection[Class], alone: Sharing) -> frozenset[str]:
    """What a function touches, its own object included if that is shared."""
    touch = touches(function, alone, alone)
    return touch.shared | touch.own if function.owner in shared else touch.shared


def _direct(importer: Sharing, imported: Sharing, state: State) -> Iterator[Function]:
    """The functions of a file that call functions of another file which touch its state, or mention a name that leads
    to it."""
    graph, named = call_graph_of(importer), _by_name(importer, imported, state)
    start = (importer.module.initialiser,) if script_of(importer).is_rerun else ()
    for each in (*start, *filter(named, importer.module.functions)):
        calls = (call.callee for call in graph.of(each) if call.how in ENTERED)
        if not state.functions.isdisjoint(calls) or any(_names(each, importer, imported, state)):
            yield each


def _by_name(importer: Sharing, imported: Sharing, state: State) -> Callable[[Function], bool]:
    """A cheap test before calls are resolved: whether a function of a file may call what touches the state of another,
    or name it, as far as the names tell that it mentions; what a library injects stands in its header."""
    if any(_is_implicit(each) for each in state.functions):
        return lambda function: True
    owners = {each.owner for each in state.functions if each.short_name in MAKERS}
    heirs = (each for each in importer.module.classes.values() if not owners.isdisjoint(each.lineage()))
    names = {each.short_name for each in state.functions}.union(each.short_name for each in heirs)
    names.update(_imported_names(importer, imported, state))
    injects = importer.facts.knows(Injects)

    def named(function: Function) -> bool:
        if not names.isdisjoint(function.mentions):
            return True
        return injects and any(each.provider in state.functions for each in injections(function, importer))

    return named


def _may_hand_over(importer: Sharing, imported: Sharing, state: State) -> bool:
    """Whether a file imports another one, all names of it, a class or a function of it that leads to the state."""
    scope = imported.module.scope
    if importer.module.scope.star_imports:
        return True
    every = (each for at in importer.module.scopes() for each in at.imports.items())
    names = (variable for _, variable in _imports(every, importer, imported))
    return any(not each or each in scope.classes or state.is_reached_by(each, imported) for each in names)


def _is_implicit(function: Function) -> bool:
    """Whether the call graph has calls of a method that the source does not name, such as those of `with`."""
    return function.short_name in _IMPLICIT


def _imported_names(importer: Sharing, imported: Sharing, state: State) -> Iterator[str]:
    """The names by which a file imports what leads to the state of another, or that other file."""
    every = (each for scope in importer.module.scopes() for each in scope.imports.items())
    for name, variable in _imports(every, importer, imported):
        if not variable or state.is_reached_by(variable, imported):
            yield name


def _names(function: Function, importer: Sharing, imported: Sharing, state: State) -> Iterator[bool]:
    """For each name of a module that a function mentions, whether it leads to the module's state."""
    scopes = dict.fromkeys((importer.module.scope, function.scope))
    mentioned = (each for scope in scopes for each in scope.imports.items() if each[0] in function.mentions)
    for name, variable in _imports(mentioned, importer, imported):
        parts = (attr for root, attr in function.footprint.parts if root == name)
        yield any(state.is_reached_by(each, imported) for each in ((variable,) if variable else parts))


def _imports(
    names: Iterable[tuple[str, str]], importer: Sharing, imported: Sharing
) -> Iterator[tuple[str, str]]:
    """Those of the names of a file, given with what each imports, that mean another file or a variable of it, with the
    name of the variable; empty for the file itself."""
    word = imported.module.prefix.partition(MARK)[0].rpartition(".")[2]
    for name, whole in names:
        found = importer.modules.find(whole, importer.module) if _may_lead(whole, word) else None
        if found is not None and found.module is imported.module:
            yield name, found.name


def _may_lead(whole: str, word: str) -> bool:
    """Whether an import may lead to the module whose last name is `word`, or to its package from within."""
    parts = whole.lstrip(".").split(".")
    return word in parts or (whole[0] == "." and len(parts) == 1)


def _with_callers(functions: tuple[Function, ...], view: Sharing) -> tuple[Function, ...]:
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
