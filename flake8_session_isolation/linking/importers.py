"""The modules that import a module and serve, or lie between it and such modules: found by the texts of the files
nearby, and then by what their imports mean."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from flake8_session_isolation.facts import MARK
from flake8_session_isolation.frontend.importing_files import Importing, Nearby, tells_the_same
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.quick_look import changing_classes, keeps_state
from flake8_session_isolation.frontend.scopes import Class, Module
from flake8_session_isolation.linking.modules import Modules


class Importers:
    """The modules of a program that import a given module, found when asked for."""

    def __init__(self, modules: Modules) -> None:
        """Nothing is looked up yet."""
        self._modules = modules
        self._files: dict[str, Importing] = {}
        self._nearby: dict[str, Nearby] = {}
        self._known: dict[str, tuple[Module, ...]] = {}

    def of(self, module: Module) -> tuple[Module, ...]:
        """The modules that import a module, nearest first; those that serve before the others."""
        if module.path not in self._known:
            self._known[module.path] = tuple(self._found(module))
        return self._known[module.path]

    def serving(self, module: Module) -> Iterator[Module]:
        """Those that may serve, as far as their texts show; each is parsed when it is asked for."""
        return self._imported_by(self._files_of(module).serving, module)

    def may_be(self, module: Module) -> bool:
        """Whether a module keeps state and some file nearby seems to import it, by its text."""
        return _keeps_state(module) and any(self._files_of(module))

    def create(self, classes: Iterable[Class], module: Module) -> frozenset[Class]:
        """Those of some classes of a module of which files that import it may create objects, by their texts."""
        return frozenset(each for each in classes if self._files_of(module).may_keep_one_of((each.short_name,)))

    def _files_of(self, module: Module) -> Importing:
        known = self._files.get(module.path)
        if known is None:
            known = self._files[module.path] = self._near(module.folder).importing(module.path)
        return known

    def _near(self, folder: str) -> Nearby:
        """The files near a folder; most files of a run have others in the same one."""
        known = self._nearby.get(folder)
        if known is None:
            # Files that are linted later tell what they tell on disk, or a new program is begun (`holds_with`).
            unsaved = {each.path: each.text for each in self._modules.loaded() if each.stamp is None}
            known = self._nearby[folder] = Nearby.to(folder, unsaved)
        return known

    def _found(self, module: Module) -> Iterator[Module]:
        files = self._files_of(module)
        return self._imported_by((*files.serving, *files.between), module)

    def _imported_by(self, files: Iterable[str], module: Module) -> Iterator[Module]:
        for each in files:
            importer = self._modules.in_file(each)
            if importer is not None and self._imports(importer, module):
                yield importer

    def has_changed(self) -> bool:
        """Whether other files than before seem to import one of the modules that were looked up."""
        now = {folder: Nearby.to(folder, {}) for folder in self._nearby}
        return any(now[os.path.dirname(path)].importing(path) != files for path, files in self._files.items())

    def holds_with(self, path: str, text: str) -> bool:
        """Whether the answers so far stay true if the file at a path has this text."""
        return not self._files or tells_the_same(path, text)

    def _imports(self, importer: Module, module: Module) -> bool:
        """Whether an import of a module leads to another."""
        word = module.prefix.partition(MARK)[0].rpartition(".")[2]
        names = {name for scope in importer.scopes() for name in scope.imports.values()} | importer.imported
        named = (each for each in (*sorted(names), *importer.scope.star_imports) if word in each.split("."))
        return any(self._modules.leads_through(each, importer, module) for each in named)


@memoised
def _keeps_state(module: Module) -> bool:
    return keeps_state(module.text)


@memoised
def changing(module: Module) -> tuple[Class, ...]:
    """The top classes of a module whose methods change their object, by its text."""
    known = module.scope.classes
    return tuple(known[each] for each in sorted(changing_classes(module.text)) if each in known)
