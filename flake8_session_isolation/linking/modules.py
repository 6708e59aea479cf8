"""The project's other modules, parsed when a question leads to them, and what a dotted name means in them.

Never installed packages, never more than `MOST_MODULES` for one linted file; what is not followed is unknown.  What was
read stays for the next files of the same process until the file changes on disk; what one file's names lead to in
another is found anew for each linted file.
"""

from __future__ import annotations

import logging
import os
from typing import NamedTuple

from flake8_session_isolation.frontend.scopes import Class, Function, Module
from flake8_session_isolation.frontend.source_store import module_at
from flake8_session_isolation.linking.project import Project
from flake8_session_isolation.linking.symbols import bind_bases, linearise

log = logging.getLogger(f"flake8.{__name__}")

MOST_MODULES = 20
"""Modules that are followed for one linted file."""
LONGEST_WAY = 10
"""Modules that hand a name on, one after the other."""

class Found(NamedTuple):
    """What a dotted name means: the variable `name` of a module of the project, or, where `name` is empty, the module
    itself; without a module, a thing of a library by its own dotted name."""

    module: Module | None
    name: str


class Modules:
    """The modules that one linted file leads to."""

    def __init__(self, project: Project, own: Module) -> None:
        """Around `own`, the linted file as its editor shows it; the others are read from disk."""
        self.project = project
        self.own = own
        self._at: dict[str, Module | None] = {project.path: own}
        self._found: dict[tuple[str, str], Found | None] = {}
        self._tops: dict[tuple[str, str], bool] = {}

    def loaded(self) -> list[Module]:
        """The modules that were followed so far, the linted one first."""
        return [each for each in self._at.values() if each is not None]

    def by_name(self, name: str) -> Module | None:
        """A module that was followed, by the name in its roots: empty for the linted one."""
        return next((each for each in self.loaded() if each.prefix[:-1] == name), None)

    def class_called(self, name: str) -> Class | None:
        """A class of a module that was followed, by its own name with the module's."""
        return next((each.classes[name] for each in self.loaded() if name in each.classes), None)

    def function_called(self, name: str) -> Function | None:
        """A function of a module that was followed, by its own name with the module's."""
        theirs = (each for each in self.loaded() if name.startswith(each.prefix))
        return next((each for module in theirs for each in module.functions if each.name == name), None)

    def find(self, name: str, importer: Module) -> Found | None:
        """What `importer` calls `name`; None for what is not the project's."""
        key = (name, self._folder(importer))
        if key not in self._found:
            self._found[key] = None
            self._found[key] = self._find(*key, 0) if self._may_own(*key) else None
        return self._found[key]

    def variable(self, name: str, importer: Module) -> tuple[Module, str] | None:
        """The module and name of the project's variable, function or class that `importer` calls `name`."""
        found = self.find(name, importer)
        return (found.module, found.name) if found is not None and found.module is not None and found.name else None

    def starred(self, name: str, importer: Module) -> tuple[Module, str] | None:
        """The project's variable that `importer` has from one of its star imports, the last one first."""
        whole = (f"{star}.{name}" for star in reversed(importer.scope.star_imports))
        return next((found for each in whole if (found := self.variable(each, importer)) is not None), None)

    def handed_on(self, name: str, importer: Module) -> str:
        """The library's own name for what a module of the project only hands on; any other name stays as it is."""
        found = self.find(name, importer)
        return found.name if found is not None and found.module is None else name

    def _may_own(self, name: str, folder: str) -> bool:
        """Whether the first name leads anywhere: asked once, since most names are a library's."""
        top = name.partition(".")[0]
        if not top:
            return True
        if (top, folder) not in self._tops:
            self._tops[top, folder] = self.project.has_top(top, folder)
        return self._tops[top, folder]

    def class_named(self, name: str | None, importer: Module) -> Class | None:
        """The class of another module that `importer` calls `name`."""
        found = self.variable(name, importer) if name else None
        return found[0].scope.classes.get(found[1]) if found is not None else None

    def _find(self, name: str, folder: str, way: int) -> Found | None:
        located = self.project.locate(name, folder)
        module = self._load(located[0]) if located is not None else None
        if located is None or module is None or way > LONGEST_WAY:
            return None
        rest = located[1]
        if not rest:
            return Found(module, "")
        return self._in_module(module, rest[0], way) if len(rest) == 1 else None

    def _in_module(self, module: Module, name: str, way: int) -> Found | None:
        """The variable of a module, or what it hands on from yet another one."""
        scope = module.scope
        if name in scope.imports:
            onward = scope.imports[name]
            found = self._find(onward, self._folder(module), way + 1)
            return found or (None if onward[0] == "." else Found(None, onward))
        if scope.binds(name):
            return Found(module, name)
        for star in scope.star_imports:
            found = self._find(f"{star}.{name}", self._folder(module), way + 1)
            if found is not None:
                return found
        return None

    def _folder(self, module: Module) -> str:
        """Where a module stands; the linted one has no path of its own."""
        return module.folder or self.project.folders[0]

    def _load(self, at: str) -> Module | None:
        if at not in self._at:
            if len(self._at) > MOST_MODULES:
                log.info("not followed, too many modules: %s", at)
                return None
            self._at[at] = None
            module = self._at[at] = module_at(at, self._name_for(at))
            if module is not None:
                bind_bases(module)
                self.link(module)
        return self._at[at]

    def _name_for(self, path: str) -> str:
        """The module's name in the project; with its folder's where another module has that name."""
        folder = os.path.basename(os.path.dirname(path))
        name = self.project.name_of(path) or folder
        return f"{folder}.{name}" if self.by_name(name) is not None else name

    def link(self, module: Module) -> None:
        """Find the bases of a module's classes in other modules, and the order of inheritance that follows."""
        before = any(each.elsewhere for each in module.classes.values())
        for cls in module.classes.values():
            outside = (base for base in cls.bases if base is not None and base not in module.classes)
            cls.elsewhere = {base: other for base in outside if (other := self.class_named(base, module)) is not None}
        if before or any(each.elsewhere for each in module.classes.values()):
            linearise(module)
