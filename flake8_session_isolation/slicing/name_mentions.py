"""Cheap tests before calls are resolved: whether a file may lead to the state of a module that it imports, as far as
its text shows, and the names in its functions."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from flake8_session_isolation.facts import MARK, Injects
from flake8_session_isolation.frontend.memoised import memoised_within
from flake8_session_isolation.frontend.quick_look import MAKERS
from flake8_session_isolation.frontend.scopes import Function, Module, holder
from flake8_session_isolation.frontend.spelling import spelled
from flake8_session_isolation.frontend.word_search import uses_one
from flake8_session_isolation.linking.injections import injections
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.shapes import ENTRIES, EXITS, Instance
from flake8_session_isolation.slicing.module_state import State

_IMPLICIT = frozenset({"__call__", *ENTRIES, *EXITS})


def may_concern(importers: Iterable[Module], state: State, view: Sharing) -> bool:
    """Whether one of some files may lead to the state, as far as it mentions what does. If no session of the module
    changes it, only a change counts: else their sessions only read what no session changes."""
    if not state.is_changed_at_home:
        changing = state.changing - {view.module.initialiser}
        return bool(changing) and any(_mentions(changing, view.module, each) for each in importers)
    words, functions = state.words(), state.functions - {view.module.initialiser}
    return any(uses_one(words, each) or _mentions(functions, view.module, each) for each in importers)


def _mentions(functions: Iterable[Function], module: Module, importer: Module) -> bool:
    """Whether the text of a file mentions a name that leads to some functions of another module, other than to
    re-export it."""
    words = _words(frozenset(functions), module)
    return words is None or uses_one(words, importer)


@memoised_within
def _words(functions: frozenset[Function], module: Module) -> frozenset[str] | None:
    """The names by which other files get at some functions of a module: their own and those of their classes, and the
    variables and functions that give an instance; None if one has no name."""
    if not all(each.short_name.isidentifier() for each in functions):
        return None
    owners = {each.owner.short_name for each in functions if each.owner is not None}
    words = {each.short_name for each in functions} - _IMPLICIT | owners
    words.update(_other_names(_mention(words), module))
    if any(map(_is_implicit, functions)):
        words.update(each.short_name for each in module.functions if not owners.isdisjoint(each.mentions))
    return frozenset(words)


def _mention(words: Collection[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words))})\b")


def _other_names(mentioned: re.Pattern[str], module: Module) -> Iterator[str]:
    """The variables of a module and its classes that are bound to something which mentions one of some names."""
    for scope in (module.scope, *(each.scope for each in module.classes.values())):
        for name, values in scope.bindings.items():
            if any(mentioned.search(spelled(each)) for each in values if each is not None):
                yield name


def by_name(importer: Sharing, imported: Sharing, state: State) -> Callable[[Function], bool]:
    """A cheap test before calls are resolved: whether a function of a file may call what touches the state of another,
    or name it, as far as the names tell that it mentions; what a library injects stands in its header."""
    implicit = list(filter(_is_implicit, state.functions))
    if implicit and _mentions(implicit, imported.module, importer.module):
        return lambda function: True
    owners = {each.owner for each in state.functions if each.short_name in MAKERS}
    heirs = (each for each in importer.module.classes.values() if not owners.isdisjoint(each.lineage()))
    names = {each.short_name for each in state.functions}.union(each.short_name for each in heirs)
    names.update(_imported_names(importer, imported, state))
    names.update(state.attributes())
    injects = importer.facts.knows(Injects)

    def named(function: Function) -> bool:
        if not names.isdisjoint(function.mentions):
            return True
        return injects and any(each.provider in state.functions for each in injections(function, importer))

    return named


def _is_implicit(function: Function) -> bool:
    """Whether the call graph has calls of a method that the source does not name, such as those of `with`."""
    return function.short_name in _IMPLICIT


def _imported_names(importer: Sharing, imported: Sharing, state: State) -> Iterator[str]:
    """The names by which a file imports what leads to the state of another, or that other file."""
    for name, variable in every_import_of(importer, imported):
        if not variable or state.is_reached_by(variable, imported):
            yield name


def names_leading_to(function: Function, importer: Sharing, imported: Sharing, state: State) -> Iterator[bool]:
    """For each name of a module that a function mentions, whether it leads to the module's state."""
    scopes = dict.fromkeys((importer.module.scope, function.scope))
    mentioned = (each for scope in scopes for each in scope.imports.items() if each[0] in function.mentions)
    for name, variable in _imports_of(mentioned, importer, imported):
        parts = (attr for root, attr in function.footprint.parts if root == name)
        yield any(state.is_reached_by(each, imported) for each in ((variable,) if variable else parts))


def reads_an_object_of(function: Function, importer: Sharing, state: State) -> bool:
    """Whether a function reads an attribute by which a state is touched, of an object whose class is known."""
    attributes = state.attributes()
    roots = {root for root, attr in function.footprint.parts if attr in attributes}
    where = {root: holder(root, function.scope) for root in roots}
    shapes = (importer.variable(root, scope) for root, scope in where.items() if scope is not None)
    return any(isinstance(each, Instance) and state.is_of(each.of) for found in shapes for each in found)


def every_import_of(importer: Sharing, imported: Sharing) -> Iterator[tuple[str, str]]:
    """The names by which a file imports another one or a variable of it, in any of its scopes, each with the name of
    the variable; empty for the file itself."""
    every = (each for scope in importer.module.scopes() for each in scope.imports.items())
    return _imports_of(every, importer, imported)


def _imports_of(
    names: Iterable[tuple[str, str]], importer: Sharing, imported: Sharing
) -> Iterator[tuple[str, str]]:
    """The same for some names of a file, given with what each imports."""
    word = imported.module.prefix.partition(MARK)[0].rpartition(".")[2]
    for name, whole in names:
        found = importer.modules.find(whole, importer.module) if _may_lead(whole, word) else None
        if found is not None and found.module is imported.module:
            yield name, found.name


def _may_lead(whole: str, word: str) -> bool:
    """Whether an import may lead to the module whose last name is `word`, or to its package from within."""
    parts = whole.lstrip(".").split(".")
    return word in parts or (whole[0] == "." and len(parts) == 1)
