"""The budget for asking other files about the state of a module, in bytes of the texts that are parsed for it.

To resolve the calls of a file, the files that it imports are parsed. One that imports half of a large project would
take an editor seconds, for each file whose state it may lead to. Sizes are those on disk: an answer depends neither on
what was parsed before nor on the speed of a machine.
"""

from __future__ import annotations

import os

from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Module
from flake8_session_isolation.linking.object_types import Sharing

MOST_BYTES = 1_500_000
"""Bytes of the files that are asked for one linted file, and of those that they import."""


class Budget:
    """What is left for one linted file. Each file is paid for once; the linted one and its imports cost nothing."""

    def __init__(self, view: Sharing) -> None:
        """For the module of `view`; nothing is spent."""
        self.left = MOST_BYTES
        self.counted = {view.module.path, *_imported(view)}
        self.asked: set[Module] = set()
        self.refused: dict[Module, None] = {}

    def allows(self, importer: Sharing) -> bool:
        """Whether a file may be asked, which is then paid for; the answer for a file stays as it is."""
        module = importer.module
        if module in self.asked or module in self.refused:
            return module in self.asked
        new = {module.path, *_imported(importer)} - self.counted
        cost = sum(map(_size, new))
        if cost > self.left:
            self.refused[module] = None
            return False
        self.left -= cost
        self.counted |= new
        self.asked.add(module)
        return True


@memoised
def budget_of(view: Sharing) -> Budget:
    """The budget of the linted file that `view` looks at."""
    return Budget(view)


@memoised
def _imported(view: Sharing) -> frozenset[str]:
    """The paths of the project's files that a module imports, or imports from."""
    module, modules = view.module, view.modules
    names = {name for scope in module.scopes() for name in scope.imports.values()}.union(module.scope.star_imports)
    located = (modules.project.locate(each, module.folder) for each in names if modules.may_own(each, module))
    return frozenset(each[0] for each in located if each is not None)


def _size(path: str) -> int:
    """The bytes of a file; none if it cannot be read."""
    try:
        return os.stat(path).st_size
    except OSError:
        return 0
