"""Classes of a file of which another file, which imports it, keeps one object for all sessions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import calls_of
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Class, Function, Module, Scope, last_name
from flake8_session_isolation.frontend.word_search import positions
from flake8_session_isolation.linking.importers import changing
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.singletons import with_parts
from flake8_session_isolation.slicing.bounds import FARTHEST_CALLERS
from flake8_session_isolation.slicing.call_persistent_state import is_cached
from flake8_session_isolation.slicing.shared_classes import shared_classes_of

_IS_NAMED = re.compile(r"\(|[ \t]+as\b")
"""What follows the name of a class that is called, or imported under another name."""


def files_around(view: Sharing) -> Iterator[Module]:
    """The modules that import a module, and those that import one of these."""
    level, seen = [view.module], {view.module}
    for _ in range(FARTHEST_CALLERS):
        level = [each for at in level for each in view.program.importers.of(at) if each not in seen]
        seen.update(level)
        yield from level


@memoised
def kept_elsewhere(view: Sharing) -> frozenset[Class]:
    """The classes of a module whose methods change their object, and of which an importing file keeps one."""
    return _kept(changing(view.module), FARTHEST_CALLERS, view)


def _kept(classes: Iterable[Class], files: int, view: Sharing) -> frozenset[Class]:
    """Those of some classes of a module of which an importing file keeps an object, or of the class that has such an
    object as a part; so many files are asked in a row."""
    created = view.program.importers.create(classes, view.module)
    found: set[Class] = set()
    for module in files_around(view) if created else ():
        if _names_one(module, created):
            importer = view.program.view(module)
            owners: set[Class] = set()
            found.update(_kept_in(importer, created, owners))
            if owners and files > 1 and not created <= found:
                found |= with_parts(_kept(owners, files - 1, importer), importer)
    return created & found


def _names_one(module: Module, classes: Set[Class]) -> bool:
    """Whether the text of a module calls one of some classes, or gives it another name."""
    return any(
        _IS_NAMED.match(module.text, at + len(each.short_name)) is not None
        for each in classes
        for at in positions(each.short_name, module.text)
    )


def _kept_in(view: Sharing, classes: Set[Class], owners: set[Class]) -> Iterator[Class]:
    """Those of some classes of which a module keeps an object: one that it creates itself, or stores where it outlives
    a call, or that is a part of a shared one. The `owners` of parts are added."""
    module, names, is_captured = view.module, frozenset(_names_of(classes, view.module)), False
    for scope in (module.scope, *(each.scope for each in module.classes.values())):
        yield from (cls for cls, _, is_repeated in _created(scope, names, view) if not is_repeated)
    for function in module.functions:
        if not names.isdisjoint(function.mentions):
            for cls, target, _ in _created(function.scope, names, view):
                if _outlives(target, function) or is_cached(function, view.facts.caches):
                    yield cls
                elif function.owner is not None and _is_own(target, function):
                    owners.add(function.owner)
                is_captured = is_captured or (isinstance(target, ir.Name) and bool(function.scope.functions))
    yield from shared_classes_of(view) if owners or is_captured else ()


def _created(
    scope: Scope, names: Set[str], view: Sharing
) -> Iterator[tuple[Class, ir.Expression | None, bool]]:
    """The classes, called by one of some names, of which a body creates objects; what each is assigned to, and whether
    in a loop."""
    for call, target, is_repeated in calls_of(scope):
        cls = view.factories.class_called(call.func, scope) if last_name(call.func) in names else None
        if cls is not None:
            yield cls, target, is_repeated


def _names_of(classes: Set[Class], module: Module) -> Iterator[str]:
    """The names that some classes have in another module."""
    for each in classes:
        yield each.short_name
    own = {each.short_name for each in classes}
    for scope in module.scopes():
        yield from (name for name, whole in scope.imports.items() if whole.rpartition(".")[2] in own)


def _outlives(target: ir.Expression | None, function: Function) -> bool:
    """Whether what is stored there outlives a call, whatever object the function is called on."""
    if isinstance(target, ir.Name):
        return target.id in function.scope.global_names
    return target is not None and not _is_own(target, function)


def _is_own(target: ir.Expression | None, function: Function) -> bool:
    """Whether an expression is an attribute of the function's own object."""
    return (
        isinstance(target, ir.Attribute) and isinstance(target.value, ir.Name) and target.value.id == function.receiver
    )
