"""Bounds on following calls into other modules: the number of modules in a row, and the size of the functions there.

Size is work: the expressions and statements to interpret.  It is the text's alone, so that a file has the same bounds
whatever was linted before.
"""

from __future__ import annotations

from typing import NamedTuple

from flake8_session_isolation.facts import How
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function, home
from flake8_session_isolation.frontend.walking import walk_body
from flake8_session_isolation.linking.call_graph import call_graph_of
from flake8_session_isolation.linking.object_types import Linked, Sharing

FARTHEST = 3
"""Modules in a row into which calls are followed."""
FARTHEST_CALLERS = 2
"""Files in a row, each of which imports the one before, that are asked whether they lead to the state of the first."""
MOST_WORK = 12_000
"""Expressions and statements of other modules that are interpreted for one file, unless these are small functions."""
LARGEST = (4_000, 1_000, 250)
"""Expressions and statements up to which a function of another module is entered, with what it calls there: the first
with which the modules that the file calls itself are no more than `MOST_WORK`, or else the last."""
ENTERED = (How.CALL, How.REFERENCE)
"""How a function is handed on that the caller may run itself."""


class Bounds(NamedTuple):
    """Limits for following calls: the number of modules in a row, and the size of a function in another module."""

    hops: int
    largest: int = LARGEST[0]

    def __str__(self) -> str:
        """The limits as the explanation page prints them."""
        far = f"{self.hops} of {FARTHEST} modules in a row" if self.hops else "no other module"
        return f"{far}, and functions of up to {self.largest:,} expressions"


AT_HOME = Bounds(0)
"""No call is followed into another module."""


@memoised
def size_of(function: Function) -> int:
    """The expressions and statements of a function."""
    return sum(1 for _ in walk_body(function))


def is_too_large(function: Function, largest: int, view: Sharing) -> bool:
    """Whether a function, with what it calls in its own module, is larger than `largest`."""
    return work_of(function, view) > largest


def work_of(function: Function, view: Sharing) -> int:
    """The expressions and statements of a function, with those of what it calls in its own module."""
    known = _sizes(view.program)
    if function not in known:
        known[function] = _size_with_callees(function, view.seen_from(function.scope))
    return known[function]


def _size_with_callees(function: Function, view: Sharing) -> int:
    """The size of a function and of its callees in the same module; the count stops at the limit."""
    graph, size = call_graph_of(view), 0
    found = {function}
    waiting = [function]
    while waiting and size <= LARGEST[0]:
        at = waiting.pop()
        size += size_of(at)
        called = {each.callee for each in graph.of(at) if each.how in ENTERED} - found
        following = [each for each in called if home(each.scope) is view.module]
        found.update(following)
        waiting += following
    return size


@memoised
def _sizes(program: Linked) -> dict[Function, int]:
    return {}
