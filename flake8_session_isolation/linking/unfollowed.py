"""A view of a module without its imports, for questions about its own functions only.

Bases of its classes in other modules are known all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_session_isolation.facts import MARK
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Module
from flake8_session_isolation.linking.attributes import Attributes
from flake8_session_isolation.linking.modules import Found, Modules
from flake8_session_isolation.linking.object_types import Linked, Sharing

if TYPE_CHECKING:
    from flake8_session_isolation.linking.importers import Importers
    from flake8_session_isolation.linking.inference import Inference


class _OwnModules(Modules):
    """The modules of a program, none of which an import finds."""

    def __init__(self, modules: Modules) -> None:
        """Over those of the program."""
        super().__init__(modules.project)
        self._at, self._by_name = modules._at, modules._by_name
        self._all = modules

    def find(self, name: str, importer: Module) -> Found | None:
        """The meaning of a name that is marked as the project's."""
        return self._all.find(name, importer) if MARK in name else None

    def may_own(self, name: str, importer: Module) -> bool:
        """Whether a name is marked as the project's."""
        return MARK in name

    def link(self, module: Module) -> None:
        """Nothing is left to do: bases are known."""


class _WithoutImports:
    """A program whose modules do not see what they import."""

    def __init__(self, program: Linked) -> None:
        """Over the whole program."""
        self._program = program
        self.modules: Modules = _OwnModules(program.modules)

    @property
    def inference(self) -> Inference:
        """That of the program."""
        return self._program.inference

    @property
    def importers(self) -> Importers:
        """Those of the program."""
        return self._program.importers

    @property
    def attributes(self) -> Attributes:
        """Those of the program."""
        return self._program.attributes

    def view(self, module: Module) -> Sharing:
        """The module of a base class, in the same way."""
        return without_imports(self._program.view(module))


@memoised
def without_imports(view: Sharing) -> Sharing:
    """The view of the same module in which imports lead nowhere."""
    return Sharing(view.module, view.facts, _WithoutImports(view.program))
