"""Functions that use the current request through a proxy: they run on behalf of a session, whoever calls them."""

from __future__ import annotations

from flake8_session_isolation.facts import SessionProxy
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function
from flake8_session_isolation.linking.object_types import Sharing


class RequestProxies:
    """The names by which a module reaches the current request."""

    def __init__(self, view: Sharing) -> None:
        """Of the module that `view` looks at."""
        imports = view.module.scope.imports.items() if view.facts.knows(SessionProxy) else ()
        rows = ((name, view.facts.row(SessionProxy, whole)) for name, whole in imports)
        self.rows = {name: row for name, row in rows if row is not None and row.served is not None}

    def used_by(self, function: Function) -> SessionProxy | None:
        """The request proxy that a function uses in its own body, nested functions left out."""
        used = self.rows.keys() & function.mentions
        for each in function.scope.functions.values() if used else ():
            used -= each.mentions
        return next((self.rows[each] for each in sorted(used) if not function.scope.binds(each)), None)


@memoised
def request_proxies(view: Sharing) -> RequestProxies:
    """The proxies of the module that `view` looks at."""
    return RequestProxies(view)
