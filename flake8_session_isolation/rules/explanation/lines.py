"""Source lines of accesses."""

from __future__ import annotations

import os

from flake8_session_isolation.frontend.scopes import Function, Module, home
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Site
from flake8_session_isolation.rules.explanation.story import Line


class Lines:
    """Looks up lines of the linted file and of the files that it leads to."""

    def __init__(self, sharing: Sharing) -> None:
        """As the linted module sees the program."""
        self.sharing = sharing

    def at(self, site: Site) -> Line | None:
        """The line of a site; None where its file is not known."""
        module = self.module_of(site.function)
        return self._line(module, site.line) if module is not None else None

    def of_function(self, function: Function) -> Line:
        """The line on which a function is defined."""
        return self._line(home(function.scope), function.line)

    def module_of(self, function: str) -> Module | None:
        """The module of a function, by the function's full name."""
        own = self.sharing.module
        if function.startswith(own.prefix) or function == "<module>":
            return own
        found = self.sharing.modules.function_called(function)
        return home(found.scope) if found is not None else None

    def _line(self, module: Module, number: int) -> Line:
        rows = module.text.splitlines()
        text = rows[number - 1].strip() if 0 < number <= len(rows) else ""
        return Line(os.path.relpath(module.path, self.sharing.module.folder), number, text)
