"""What a loop does in each of its steps, whatever the element is."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import body_of, nodes_below
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function

_LEAVING = (ir.Exit, ir.Return, ir.Raise)
"""Statements after which the rest of a step is left out."""


@memoised
def lines_of_every_step(function: Function) -> frozenset[int]:
    """The lines of assignments that the loops of a function make for each element: directly in the body, with nothing
    before that may leave the step."""
    loops = (each for each in body_of(function.scope).nodes if isinstance(each, ir.For))
    return frozenset(line for each in loops for line in _lines(each))


def _lines(loop: ir.For) -> Iterator[int]:
    for statement in loop.body:
        if isinstance(statement, ir.Assign):
            yield statement.line
        elif any(isinstance(each, _LEAVING) for each in nodes_below(statement)):
            return
