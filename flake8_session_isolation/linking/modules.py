"""The project's modules, lowered on demand, and what a dotted name means in them.

Never installed packages.  Names of a module's own functions and classes begin with its prefix, which leads back to it
without a look at the disk.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from typing import NamedTuple

from flake8_session_isolation.facts import MARK, generated_by
from flake8_session_isolation.frontend.class_names import ClassNames, class_names, class_names_at, has_changed
from flake8_session_isolation.frontend.regular_files import Stamp
from flake8_session_isolation.frontend.scopes import LAMBDA, Class, Function, Module
from flake8_session_isolation.frontend.source_store import module_at
from flake8_session_isolation.linking.project import Project
from flake8_session_isolation.linking.symbols import bind_bases, linearise

_MARKS = re.compile(rf"{MARK}[0-9a-f]{{8}}")

LONGEST_WAY = 10
"""Modules that hand a name on, one after the other."""


def displayed(text: str, module: Module) -> str:
    """A text with names as the user writes them in `module`: its own without their prefix, others without the mark."""
    return _MARKS.sub("", text.replace(module.prefix, "")) if MARK in text else text


def short_name(function: str, module: Module) -> str:
    """A function's own name; that of another module keeps its module and class."""
    is_elsewhere = MARK in function and not function.startswith(module.prefix)
    return function if is_elsewhere else own_name(function)


def own_name(function: str) -> str:
    """A function's own name; a lambda is named by the function around it."""
    around, _, last = function.rpartition(".")
    if last != LAMBDA:
        return last
    outer = around.rpartition(".")[2]
    return "lambda" if MARK in outer or not outer else f"lambda in {outer}"


class Found(NamedTuple):
    """The meaning of a dotted name: the variable `name` of a module of the project, or the module itself if `name` is
    empty; without a module, something of a library under its own dotted name."""

    module: Module | None
    name: str


class Modules:
    """The modules that were looked at so far."""

    def __init__(self, project: Project) -> None:
        """Without modules."""
        self.project = project
        self._at: dict[str, Module | None] = {}
        self._by_name: dict[str, Module] = {}
        self._found: dict[tuple[str, str], Found | None] = {}
        self._starred: dict[Module, tuple[Module, ...]] = {}
        self._tops: dict[tuple[str, str], bool] = {}
        self._class_names: dict[str, tuple[Stamp, ClassNames] | None] = {}

    def loaded(self) -> list[Module]:
        """The modules that were looked at so far."""
        return [each for each in self._at.values() if each is not None]

    def at(self, path: str) -> Module | None:
        """The module of the file at a full path, if it was looked at."""
        return self._at.get(path)

    def in_file(self, path: str) -> Module | None:
        """The module in the file at a full path; None where it cannot be read or parsed."""
        return self._load(path)

    def add(self, path: str, module: Module) -> None:
        """Use this module for the file at `path`, whatever is on disk."""
        self._at[path] = module
        self._by_name[module.prefix[:-1]] = module
        bind_bases(module)

    def by_name(self, name: str) -> Module | None:
        """A module that was looked at, by its prefix without the last dot."""
        return self._by_name.get(name)

    def class_called(self, name: str) -> Class | None:
        """A class of a module that was looked at, by its own name with the module's prefix."""
        module = self._home(name)
        return module.classes.get(name) if module is not None else None

    def function_called(self, name: str) -> Function | None:
        """A function of a module that was looked at, by its own name with the module's prefix."""
        module = self._home(name)
        return module.functions_by_name.get(name) if module is not None else None

    def _home(self, name: str) -> Module | None:
        """The module whose prefix a name begins with."""
        before, mark, after = name.partition(MARK)
        return self._by_name.get(f"{before}{MARK}{after.partition('.')[0]}") if mark else None

    def find(self, name: str, importer: Module) -> Found | None:
        """The meaning of a name that `importer` uses; None if it is not of the project."""
        if MARK in name:
            module = self._home(name)
            rest = name[len(module.prefix) :] if module is not None else ""
            return self._in_module(module, rest, 0) if module is not None and "." not in rest else None
        key = (name, importer.folder)
        if key not in self._found:
            self._found[key] = None
            is_own = generated_by(name) is None and self._may_own(*key)
            self._found[key] = self._find(*key, 0) if is_own else None
        return self._found[key]

    def variable(self, name: str, importer: Module) -> tuple[Module, str] | None:
        """The module and name of the project's variable, function or class that `importer` calls `name`."""
        found = self.find(name, importer)
        return (found.module, found.name) if found is not None and found.module is not None and found.name else None

    def starred(self, name: str, importer: Module) -> tuple[Module, str] | None:
        """The project's variable that `importer` has from one of its star imports, the last one first."""
        if importer not in self._starred:
            found = (self.find(each, importer) for each in reversed(importer.scope.star_imports))
            modules = (each.module for each in found if each is not None and not each.name)
            self._starred[importer] = tuple(each for each in modules if each is not None)
        given = (self._in_module(each, name, 0) for each in self._starred[importer])
        return next(((each.module, each.name) for each in given if each is not None and each.module is not None), None)

    def handed_on(self, name: str, importer: Module) -> str:
        """The library's own name for something that a module of the project re-exports; other names stay as they
        are."""
        found = self.find(name, importer)
        return found.name if found is not None and found.module is None else name

    def leads_through(self, name: str, importer: Module, module: Module) -> bool:
        """Whether a name that `importer` imports is of a module, or of another one from which that imports it."""
        located = self.project.locate(name, importer.folder)
        if located is None or (located[0] != module.path and not self._may_hand_on(*located)):
            return False
        found = self.find(name, importer)
        return found is not None and (found.module is module or located[0] == module.path)

    def _may_hand_on(self, path: str, rest: Sequence[str]) -> bool:
        """Whether the module in a file may import what is called `rest` in it, as far as its text tells if it is not
        parsed yet."""
        if len(rest) != 1:
            return False
        module = self._at.get(path)
        if module is not None:
            return rest[0] in module.scope.imports or bool(module.scope.star_imports)
        known = self._names_in(path) if path not in self._at else None
        return known is not None and (known.is_open or rest[0] in known.imported)

    def may_own(self, name: str, importer: Module) -> bool:
        """Whether a name that `importer` uses may be of the project, judged by its first part."""
        return MARK in name or self._may_own(name, importer.folder)

    def _may_own(self, name: str, folder: str) -> bool:
        """Whether the first part of a name is of the project; cached, since most names are a library's."""
        top = name.partition(".")[0]
        if not top:
            return True
        if (top, folder) not in self._tops:
            self._tops[top, folder] = self.project.has_top(top, folder)
        return self._tops[top, folder]

    def class_named(self, name: str | None, importer: Module) -> Class | None:
        """The class of another module that `importer` calls `name`."""
        found = self.variable(name, importer) if name and not self._is_no_class(name, importer) else None
        return found[0].scope.classes.get(found[1]) if found is not None else None

    def _is_no_class(self, name: str, importer: Module) -> bool:
        """Whether it shows that a name leads to no class without parsing a further file."""
        if name.rpartition(".")[2].lstrip("_")[:1].isupper() or MARK in name or not self.may_own(name, importer):
            return False
        folder = importer.folder
        for _ in range(LONGEST_WAY):
            located = self.project.locate(name, folder)
            if located is None or len(located[1]) != 1:
                return True
            path, (last,) = located
            if path not in self._at:
                return self._is_no_class_of_text(last, path)
            module = self._at[path]
            if module is None or last not in module.scope.imports:
                return module is None or not (last in module.scope.classes or module.scope.star_imports)
            name, folder = module.scope.imports[last], module.folder
        return False

    def _is_no_class_of_text(self, name: str, path: str) -> bool:
        """Whether the text of a file that is not parsed yet has no class of a name, and does not import one."""
        known = self._names_in(path)
        return known is not None and not known.may_have(name)

    def _names_in(self, path: str) -> ClassNames | None:
        """The names in the text of a file that is not parsed yet; None if it cannot be read."""
        if path not in self._class_names:
            self._class_names[path] = class_names_at(path)
        known = self._class_names[path]
        return known[1] if known is not None else None

    def have_changed(self) -> bool:
        """Whether one of the files of which only the text was looked at is another one now."""
        return any(each is not None and has_changed(path, each[0]) for path, each in self._class_names.items())

    def holds_with(self, path: str, text: str) -> bool:
        """Whether what the text of the file at a path showed is true of this text."""
        known = self._class_names.get(path)
        return known is None or known[1] == class_names(text)

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
        """The variable of a module, or what it re-exports from another one."""
        scope = module.scope
        if name in scope.imports:
            onward = scope.imports[name]
            found = self._find(onward, module.folder, way + 1)
            return found or (None if onward[0] == "." else Found(None, onward))
        if scope.binds(name):
            return Found(module, name)
        for star in scope.star_imports:
            found = self._find(f"{star}.{name}", module.folder, way + 1)
            if found is not None:
                return found
        return None

    def _load(self, at: str) -> Module | None:
        if at not in self._at:
            self._at[at] = None
            name = self.project.name_of(at) or os.path.basename(os.path.dirname(at))
            module = module_at(at, name, self.project.prefix_of(at))
            if module is not None:
                self.add(at, module)
                self.link(module)
        return self._at[at]

    def link(self, module: Module) -> None:
        """Find the bases of a module's classes in other modules, and the order of inheritance that follows."""
        before = any(each.elsewhere for each in module.classes.values())
        for cls in module.classes.values():
            outside = (base for base in cls.bases if base is not None and base not in module.classes)
            cls.elsewhere = {base: other for base in outside if (other := self.class_named(base, module)) is not None}
        if before or any(each.elsewhere for each in module.classes.values()):
            linearise(module)
