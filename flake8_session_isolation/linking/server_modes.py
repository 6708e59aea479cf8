"""How a program lets its libraries serve: only the client that started it, or several requests at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from flake8_session_isolation.facts import AnyRow, Clients, SideBySide
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import calls_and_assignments
from flake8_session_isolation.linking.known_endings import endings, may_be_known
from flake8_session_isolation.linking.registrations import Registrations


class Modes:
    """How the calls of one module say that it is served."""

    def __init__(self, registrations: Registrations) -> None:
        """From the names by which facts know the callees."""
        self._registrations = registrations

    @cached_property
    def has_one_client(self) -> bool:
        """Whether the module only serves the user who started it, over standard input. Code to which the server is
        passed may run it in another way."""
        begun = list(_told(Clients, self._registrations))
        if not begun or not all(_is_alone(call, row) for call, row in begun):
            return False
        servers = {_variable_of(call.func) for call, _ in begun}
        return not any(_hands_on(node, servers) for node, _ in calls_and_assignments(self._registrations.module))

    @cached_property
    def overlaps(self) -> bool:
        """Whether calls overlap in a library that otherwise runs them one at a time: `concurrent_updates(True)`."""
        return any(_says_yes(call) for call, _ in _told(SideBySide, self._registrations))


def _variable_of(method: ir.Expression) -> str | None:
    """The variable whose object's method this is."""
    match method:
        case ir.Attribute(value=ir.Name(id=name)):
            return name
    return None


def _hands_on(node: ir.Call | ir.Assign, names: set[str | None]) -> bool:
    """Whether one of these variables is passed to a call."""
    given = (*node.args, *(each.value for each in node.keywords)) if isinstance(node, ir.Call) else ()
    return any(isinstance(each, ir.Name) and each.id in names for each in given)


def _told(kind: type[AnyRow], registrations: Registrations) -> Iterator[tuple[ir.Call, AnyRow]]:
    """The calls of the module that have a row of this kind, with it."""
    facts, known = registrations.facts, endings(registrations.facts, kind)
    for node, scope in calls_and_assignments(registrations.module) if facts.knows(kind) else ():
        if isinstance(node, ir.Call) and may_be_known(node.func, scope, registrations.sharing, known):
            row = facts.first(kind, registrations.names(node.func, scope))
            if row is not None:
                yield node, row


def _is_alone(call: ir.Call, row: Clients) -> bool:
    given = [*call.args[:1], *(each.value for each in call.keywords if each.arg == row.keyword)]
    return row.alone is not None and all(isinstance(each, ir.Constant) and each.value == row.alone for each in given)


def _says_yes(call: ir.Call) -> bool:
    return not any(isinstance(each, ir.Constant) and each.value is False for each in call.args)
