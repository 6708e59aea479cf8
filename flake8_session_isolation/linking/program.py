"""The outline of one file: its names and scopes, the facts about what it imports, what its variables hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from flake8_session_isolation import facts
from flake8_session_isolation.facts import Facts
from flake8_session_isolation.frontend.lowering import lower
from flake8_session_isolation.frontend.scopes import Module
from flake8_session_isolation.linking.inference import Inference
from flake8_session_isolation.linking.modules import Modules
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.project import Project
from flake8_session_isolation.linking.symbols import bind_bases
from flake8_session_isolation.settings import Settings

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


def outline_of(tree: Any, filename: str, settings: Settings) -> Outline:
    """The outline of the file of this name; the tree stays as it is."""
    project = Project(filename, settings.source_roots)
    own = lower(tree, project.module_name)
    bind_bases(own)
    modules = Modules(project, own)
    return _Views(modules, settings).of(modules.own)


def _told(settings: Settings) -> Iterator[facts.Row]:
    """The user's options as rows of the same kinds as ours."""
    yield from map(facts.Handler, settings.handler_decorators)
    yield from map(facts.HandlerBase, settings.handler_bases)
    yield from map(facts.RunsOnce, settings.run_once)
    yield from map(facts.SharedOnPurpose, settings.shared_on_purpose)
