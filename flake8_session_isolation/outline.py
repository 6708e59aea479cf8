"""The outline of one file: its names and scopes, the facts about what it imports, what its variables hold."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from flake8_session_isolation import facts
from flake8_session_isolation.facts import Facts
from flake8_session_isolation.inference import Inference
from flake8_session_isolation.modules import Modules
from flake8_session_isolation.program import Module
from flake8_session_isolation.project import Project
from flake8_session_isolation.reading import read
from flake8_session_isolation.settings import Settings
from flake8_session_isolation.sharing import Sharing

MOST_LIBRARIES = 200
"""Sets of libraries of which the facts are kept between linted files."""


@dataclass(frozen=True, eq=False)
class Outline:
    """What is known of a file before any body is followed."""

    modules: Modules
    module: Module
    facts: Facts
    sharing: Sharing

    @property
    def project(self) -> Project:
        """The folders around the linted file."""
        return self.modules.project


class _Views:
    """The outlines of the modules of one analysis, made when asked for."""

    def __init__(self, modules: Modules, settings: Settings) -> None:
        self.modules = modules
        self.settings = settings
        self.inference = Inference(modules)
        self.made: dict[Module, Outline] = {}

    def of(self, module: Module) -> Outline:
        if module not in self.made:
            known = _facts_about(tuple(facts.rows_for(module.libraries)), self.settings)
            sharing = Sharing(module, known, self.modules, self.inference, self.sharing)
            self.made[module] = Outline(self.modules, module, known, sharing)
        return self.made[module]

    def sharing(self, module: Module) -> Sharing:
        return self.of(module).sharing


@lru_cache(maxsize=MOST_LIBRARIES)
def _facts_about(rows: tuple[facts.Row, ...], settings: Settings) -> Facts:
    """What these rows and the user's options tell; most modules of a project import the same libraries."""
    return Facts((*rows, *_told(settings)))


def outline_of(tree: ast.Module, filename: str, settings: Settings) -> Outline:
    """The outline of the file of this name; the tree stays as it is."""
    project = Project(filename, settings.source_roots)
    modules = Modules(project, read(tree, project.module_name))
    return _Views(modules, settings).of(modules.own)


def _told(settings: Settings) -> Iterator[facts.Row]:
    """The user's options as rows of the same kinds as ours."""
    yield from map(facts.Handler, settings.handler_decorators)
    yield from map(facts.HandlerBase, settings.handler_bases)
    yield from map(facts.RunsOnce, settings.run_once)
    yield from map(facts.SharedOnPurpose, settings.shared_on_purpose)
