"""The program: the modules of the project, what their names mean, and what has been computed about them.

One program is kept for each process, and used for all files of a run: whatever is known of a module is a function of
the texts and places of files and of the settings, never of which file was linted before.  When one of them changes, the
program is dropped; lowered modules stay in the store of sources.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from flake8_session_isolation import facts
from flake8_session_isolation.facts import Facts
from flake8_session_isolation.frontend.collector import keep, release
from flake8_session_isolation.frontend.lowering import Tree, lower
from flake8_session_isolation.frontend.scopes import Module
from flake8_session_isolation.frontend.source_store import has_changed
from flake8_session_isolation.linking.attributes import Attributes
from flake8_session_isolation.linking.importers import Importers
from flake8_session_isolation.linking.modules import Modules
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.project import Project
from flake8_session_isolation.settings import Settings

if TYPE_CHECKING:
    from flake8_session_isolation.linking.inference import Inference

MOST_LIBRARIES = 200
"""Sets of libraries of which the facts are kept."""
MOST_LINTED = 400
"""Files that are linted in one program; the next one begins a new one, so that memory does not grow for ever."""


class Program:
    """The modules of a project, each with its view, made when asked for."""

    def __init__(self, settings: Settings) -> None:
        """Before anything is loaded."""
        self.settings = settings
        self.modules = Modules(Project(settings.source_roots))
        self.importers = Importers(self.modules)
        self.attributes = Attributes()
        self._views: dict[Module, Sharing] = {}
        self._linted = 0

    @cached_property
    def inference(self) -> Inference:
        """Answers about values whose class bindings do not tell; loaded with the first question."""
        from flake8_session_isolation.linking.inference import Inference

        return Inference(self.modules)

    def view(self, module: Module) -> Sharing:
        """The view of a module: what its names mean."""
        known = self._views.get(module)
        if known is None:
            rows = facts.rows_for(module.libraries, module.scope.imports.values())
            about = _facts_about(tuple(rows), self.settings)
            known = self._views[module] = Sharing(module, about, self)
        return known

    def linted(self, tree: Tree, text: str, filename: str) -> Module | None:
        """The module of the file that is linted, with this text; None where other modules were linked to another text
        of that file, so that a new program is needed."""
        path = os.path.abspath(filename)
        known = self.modules.at(path)
        if known is not None:
            return known if known.text == text else None
        if not self.importers.holds_with(path, text) or not self.modules.holds_with(path, text):
            return None
        project = self.modules.project
        module = lower(tree, project.name_of(path), path, project.prefix_of(path))
        module.text = text
        self.modules.add(path, module)
        self.modules.link(module)
        self._linted += 1
        return module

    @property
    def is_full(self) -> bool:
        """Whether so many files were linted that the next one starts a new program."""
        return self._linted >= MOST_LINTED

    def is_valid(self, settings: Settings) -> bool:
        """Whether the cached answers are still true; checked once for each run, which has settings of its own."""
        if settings is self.settings:
            return True
        if settings != self.settings or self.modules.project.disk.has_changed():
            return False
        if any(map(has_changed, self.modules.loaded())) or self.modules.have_changed() or self.importers.has_changed():
            return False
        self.settings = settings
        return True


_program: Program | None = None
one_at_a_time = threading.RLock()
"""Held while a file is looked at: what is known of a program is filled in on the way."""


def linked(tree: Tree, text: str, filename: str, settings: Settings) -> Sharing:
    """The view of the module that is linted, in the program of this process."""
    with one_at_a_time:
        program = _program_of(settings)
        module = program.linted(tree, text, filename)
        if module is None:
            forget()
            program = _program_of(settings)
            module = program.linted(tree, text, filename)
        assert module is not None
        return program.view(module)


def _program_of(settings: Settings) -> Program:
    """The program of this process; a new one if that is no longer valid. Earlier results are frozen for the garbage
    collector, since this is one of several files of a run."""
    global _program
    if _program is not None and _program.settings is settings and not _program.is_full:
        keep()
        return _program
    if _program is not None and (_program.is_full or not _program.is_valid(settings)):
        forget()  # first, since a search finds nothing to free as long as the old program is in use
    else:
        release()
    if _program is None:
        _program = Program(settings)
    return _program


def forget() -> None:
    """Drop the program of this process."""
    global _program
    _program = None
    release()


@lru_cache(maxsize=MOST_LIBRARIES)
def _facts_about(rows: tuple[facts.Row, ...], settings: Settings) -> Facts:
    """The rows for these libraries and the user's options; most modules of a project import the same libraries."""
    return Facts((*rows, *_options(settings)))


def _options(settings: Settings) -> Iterator[facts.Row]:
    """The user's options as rows of the same kinds as those of the facts."""
    yield from map(facts.Handler, settings.handler_decorators)
    yield from map(facts.HandlerBase, settings.handler_bases)
    yield from map(facts.RunsOnce, settings.run_once)
    yield from map(facts.SharedOnPurpose, settings.shared_on_purpose)
