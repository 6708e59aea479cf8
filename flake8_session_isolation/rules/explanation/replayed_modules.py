"""The modules of a generated test: under which names, and from where, those of the project are imported, and which
ones are missing."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterator

from flake8_session_isolation.facts import Conversation
from flake8_session_isolation.frontend.scopes import Module
from flake8_session_isolation.linking.object_types import Sharing


class ReplayedModules:
    """The modules that a test imports."""

    def __init__(self, sharing: Sharing) -> None:
        """As the linted module sees the program."""
        self.sharing = sharing
        self.module = sharing.module
        self.package = self._package()
        self.name = self.name_of(self.module)

    def _package(self) -> str:
        """The folder that has to be a package, because a module in it imports its neighbours relatively; empty if each
        module has a full name."""
        beside = [each for each in self.sharing.modules.loaded() if each.folder == self.module.folder]
        is_relative = any(whole.startswith(".") for each in (self.module, *beside) for whole in _imported(each))
        folder = os.path.basename(self.module.folder)
        return folder if is_relative and "." not in self.module.name and folder.isidentifier() else ""

    def name_of(self, module: Module) -> str:
        """The name under which a test imports a module."""
        name = module.name or os.path.basename(module.path).removesuffix(".py")
        is_inside = self.package and module.folder == self.module.folder
        return f"{self.package}.{name}" if is_inside else name

    def root(self) -> str:
        """The folder from which the module is imported, relative to the current one."""
        folder = self.module.folder
        for _ in self.name.split(".")[1:]:
            folder = os.path.dirname(folder)
        if os.path.basename(self.module.path) == "__init__.py":
            folder = os.path.dirname(folder)
        seen = os.path.relpath(folder)
        return folder if seen.startswith("..") else seen

    def names(self) -> Iterator[str]:
        """The project modules that are imported again for each run."""
        others = (self.name_of(each) for each in self.sharing.modules.loaded() if each.name)
        yield self.name
        yield from sorted({*others} - {self.name})

    def missing(self) -> list[str]:
        """The libraries that are not installed where the test is made, and the project's modules that are not there."""
        every = self.sharing.modules.loaded()
        own = {each.name.partition(".")[0] for each in every}
        names = {top for each in every for top in each.libraries if not self.sharing.modules.may_own(top, each)}
        absent = {each for each in names - own if each and importlib.util.find_spec(each) is None}
        return sorted(absent | {*self._missing_neighbours()})

    def _missing_neighbours(self) -> Iterator[str]:
        for whole in _imported(self.module) if self.package else ():
            name = whole.removeprefix(".").partition(".")[0]
            path = os.path.join(self.module.folder, name)
            is_neighbour = whole.startswith(".") and name
            if is_neighbour and not os.path.exists(f"{path}.py") and not os.path.isdir(path):
                yield f"{self.package}.{name}"

    def remembers(self, whole: str) -> bool:
        """Whether a name is that of a conversation's class, or of a method that creates one: `Chain.from_llm`."""
        names = (whole, whole.rpartition(".")[0])
        return any(self.sharing.facts.row(Conversation, each) is not None for each in names)

    def remembering(self) -> Iterator[str]:
        """The classes of libraries that remember a conversation."""
        found = {whole for each in (self.module, *self.sharing.modules.loaded()) for whole in _imported(each)}
        yield from sorted(each for each in found if self.remembers(each))


def _imported(module: Module) -> Iterator[str]:
    yield from module.scope.imports.values()
