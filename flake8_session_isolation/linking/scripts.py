"""Scripts that a library runs again for each session, and the pages that they show from other modules.

The script's own variables belong to one run of one session.  What it imports is loaded once, and shared by all.
A module of the library itself is no such script: its calls of the library are those of its own package.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from flake8_session_isolation.facts import BeginsServing, Facts, Reruns, RunsOnce
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import calls_of
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function, Module, last_name
from flake8_session_isolation.linking.object_types import Sharing


class Script(NamedTuple):
    """How the functions of one module relate to a library that reruns scripts. `is_rerun` says that the module itself
    is run for each session; `names` are those by which it knows the library."""

    is_rerun: bool = False
    names: frozenset[str] = frozenset()

    def is_page(self, function: Function) -> bool:
        """Whether a script in another module calls the function for each session."""
        return not self.is_rerun and bool(function.mentions & self.names)


@memoised
def script_of(sharing: Sharing) -> Script:
    """How the calls at the top of a module show that it is rerun; nothing if facts have no row about such calls."""
    module, facts = sharing.module, sharing.facts
    rows = facts.every(Reruns)
    if not rows or any(_is_in(module, row.name.partition(".")[0]) for row in rows if row.pages):
        return Script()
    names = frozenset(_names_of(module, {row.name.partition(".")[0] for row in rows if row.pages}, facts))
    drawing = {each.local_name for each in module.functions if each.mentions & names}
    calls = [each.node for each in calls_of(module.scope)]
    shows = any(_tells(each, module, facts, sharing) for each in calls)
    return Script(shows or any(last_name(each) in drawing for each in calls), names)


def _is_in(module: Module, library: str) -> bool:
    """Whether a module belongs to the package of a library; a script may have the library's name."""
    is_package = module.name == library and module.path.endswith("__init__.py")
    return is_package or module.name.startswith(f"{library}.")


def _names_of(module: Module, libraries: set[str], facts: Facts) -> Iterator[str]:
    """The names that imports at the module's top give to those libraries and to what is in them. What begins to serve
    the script draws nothing in it: a program that calls it is no page."""
    for name, whole in module.scope.imports.items():
        if whole.partition(".")[0] in libraries and not facts.row(BeginsServing, whole):
            yield name


def _tells(call: ir.Call, module: Module, facts: Facts, sharing: Sharing) -> bool:
    name = sharing.qualified(call, module.scope)
    if facts.row(RunsOnce, name):
        return False
    last = f".{call.func.attr}" if isinstance(call.func, ir.Attribute) else None
    return facts.row(Reruns, name) is not None or facts.row(Reruns, last) is not None
