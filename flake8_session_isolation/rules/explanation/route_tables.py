"""Tables of routes that an application finds by its settings, as Django's `urlpatterns`.

No import leads from such an application to its table.  It is made in a module beside the outermost table; a table of
another module is included by that module's name.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

from flake8_session_isolation.facts import RouteTable, WebApplication
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import calls_and_assignments
from flake8_session_isolation.frontend.importing_files import namesakes
from flake8_session_isolation.frontend.scopes import Scope
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.symbols import dotted

FARTHEST = 3
"""Tables around a table."""


class Configured(NamedTuple):
    """An application that is told its table by settings, as `module:name`, and the prefix of the table's paths."""

    application: str
    prefix: str


def path_in_table(call: ir.Call, scope: Scope, view: Sharing) -> str | None:
    """The path that a call gives to a handler, or to another table; None if it makes no route of a table."""
    first = call.args[0] if call.args and _row(call, scope, view) is not None else None
    text = first.value if isinstance(first, ir.Constant) else None
    return f"/{text}" if isinstance(text, str) else None


def is_table(variable: str, view: Sharing) -> bool:
    """Whether a variable of a module holds such a table."""
    return any(each.held_in == variable for each in view.facts.every(RouteTable))


def token_of(view: Sharing) -> tuple[str, str] | None:
    """The cookie and the header that have to carry the same token."""
    return next((each.token for each in view.facts.every(RouteTable)), None)


def applications_of(table: Sharing, depth: int = 0) -> Iterator[Configured]:
    """The applications that reach the table in a module, which `table` looks at."""
    for name in dict.fromkeys(name for row in table.facts.every(RouteTable) for name in row.applications):
        yield from (Configured(each, "") for each in _made_in(name, table))
    for path in namesakes(table.module.path) if depth < FARTHEST else ():
        module = table.modules.in_file(path)
        if module is not None:
            outer = table.others(module)
            for prefix in _including(outer, table):
                yield from (each._replace(prefix=each.prefix + prefix) for each in applications_of(outer, depth + 1))


def _made_in(name: str, table: Sharing) -> Iterator[str]:
    """The applications that a module of this name, beside a table, makes at its top."""
    module = table.modules.in_file(os.path.join(table.module.folder, f"{name}.py"))
    if module is None:
        return
    for variable, values in module.scope.bindings.items():
        made = values[0] if len(values) == 1 else None
        whole = dotted(made.func, module.scope) if isinstance(made, ir.Call) else None
        if whole is not None and table.others(module).facts.row(WebApplication, whole) is not None:
            yield f"{module.name}:{variable}"


def _including(outer: Sharing, table: Sharing) -> Iterator[str]:
    """The paths under which a module includes the table of another one."""
    for call, scope in calls_and_assignments(outer.module):
        row = _row(call, scope, outer) if isinstance(call, ir.Call) else None
        if isinstance(call, ir.Call) and row is not None:
            includes = (each for each in call.args[1:] if isinstance(each, ir.Call) and each.args)
            if any(dotted(each.func, scope) == row.includes and _leads(each, scope, outer, table) for each in includes):
                yield (path_in_table(call, scope, outer) or "").rstrip("/")


def _leads(include: ir.Call, scope: Scope, outer: Sharing, table: Sharing) -> bool:
    """Whether a call includes the table of a module: by its dotted name, by itself, or as the first of a tuple."""
    named = include.args[0]
    named = named.elts[0] if isinstance(named, ir.Display) and named.elts else named
    whole = str(named.value) if isinstance(named, ir.Constant) else dotted(named, scope)
    found = outer.modules.find(whole, outer.module) if whole else None
    return found is not None and found.module is table.module


def _row(call: ir.Call, scope: Scope, view: Sharing) -> RouteTable | None:
    whole = dotted(call.func, scope)
    return view.facts.row(RouteTable, whole) if whole is not None else None
