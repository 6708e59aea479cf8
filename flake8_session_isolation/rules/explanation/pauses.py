"""The lines at which a function lets other sessions run."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import body_of
from flake8_session_isolation.frontend.scopes import Function
from flake8_session_isolation.linking.call_graph import call_graph_of
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Site

DEEPEST = 5
"""Coroutines of the project, one awaited by the other, that are looked into."""


class Pauses:
    """The pauses of the functions of a program."""

    def __init__(self, sharing: Sharing) -> None:
        """As the linted module sees it."""
        self.sharing = sharing

    def after(self, function: Function, start: Site, is_read: bool, end: Site | None = None) -> Site | None:
        """The first pause of a function after an access, before `end` if that is given; in a loop it may be on an
        earlier line. A statement computes its value before it stores it, so a pause on the same line comes first."""
        every = list(self._of(function, 0))
        behind = [each for each in every if each.line > start.line or (is_read and each.line == start.line)]
        if end is not None and end.line >= start.line:
            behind = [each for each in behind if each.line <= end.line]
        return next(iter(behind or (every if end is not None else ())), None)

    def _of(self, function: Function, depth: int) -> Iterator[Site]:
        """The positions of pauses, in source order."""
        for node in body_of(function.scope).nodes:
            if self._is_pause(node, function, depth):
                yield Site(node.line, node.column, function.name)

    def _is_pause(self, node: ir.Node, function: Function, depth: int) -> bool:
        if isinstance(node, (ir.For, ir.With, ir.Generator)):
            return node.is_async
        if isinstance(node, ir.Yield):
            return function.is_coroutine
        return isinstance(node, ir.Await) and self._may_wait(node.value, function, depth)

    def _may_wait(self, awaited: ir.Node, function: Function, depth: int) -> bool:
        """Whether an awaited value may wait: a coroutine of the project that never pauses does not."""
        callee = self._callee(awaited, function) if isinstance(awaited, ir.Call) else None
        if callee is None or callee.is_stub or depth >= DEEPEST:
            return True
        return any(True for _ in self._of(callee, depth + 1))

    def _callee(self, call: ir.Call, function: Function) -> Function | None:
        """The coroutine function of the project that is called, if there is only one."""
        targets = call_graph_of(self.sharing.seen_from(function.scope)).targets(call, function)
        found = targets[0] if len(targets) == 1 else None
        return found if isinstance(found, Function) and found.is_coroutine else None
