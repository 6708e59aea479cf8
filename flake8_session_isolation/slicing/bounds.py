"""Bounds on following calls into other modules: the number of modules in a row, and the size of the functions there.

Size is work: the expressions and statements to interpret.  It is the text's alone, so that a file has the same bounds
whatever was linted before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
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


def bounds_from(called: Collection[Function], view: Sharing) -> Bounds:
    """The limits for following calls on from the functions of other modules that a file calls itself: into one module
    after the other, until that is more than `MOST_WORK`."""
    sizes = [work_of(each, view) for each in called]
    largest = next((each for each in LARGEST if sum(size for size in sizes if size <= each) <= MOST_WORK), LARGEST[-1])
    entered: dict[Function, None] = {}
    level, room = called, MOST_WORK
    for hops in range(FARTHEST):
        before = len(entered)
        for each in _entering(level, largest, view, entered):
            room -= size_of(each)
            if room < 0:
                return Bounds(max(hops, 1), largest)
        level = called_beyond(list(entered)[before:], view)
    return Bounds(FARTHEST, largest)


def _entering(
    functions: Iterable[Function], largest: int, view: Sharing, entered: dict[Function, None]
) -> Iterator[Function]:
    """The functions up to the size `largest` that are not `entered` yet, with what they call in their own modules; each
    is entered when it is asked for, so that modules of further ones are not loaded in vain."""
    for start in functions:
        if start not in entered and not is_too_large(start, largest, view):
            for each in with_callees((start,), view, entered):
                entered[each] = None
                yield each


def with_callees(
    functions: Iterable[Function], view: Sharing, known: Collection[Function] = ()
) -> list[Function]:
    """Functions that are not `known` yet, with those that they call in their own modules."""
    order = list(dict.fromkeys(each for each in functions if each not in known))
    found = set(order)
    for caller in order:
        called = (each for each in _called(caller, view) if home(each.scope) is home(caller.scope))
        following = [each for each in called if each not in found and each not in known]
        order.extend(following)
        found.update(following)
    return order


def called_beyond(functions: Iterable[Function], view: Sharing) -> list[Function]:
    """The functions that some functions call in modules that are not theirs."""
    every = ((caller, each) for caller in functions for each in _called(caller, view))
    return list(dict.fromkeys(each for caller, each in every if home(each.scope) is not home(caller.scope)))


def _called(caller: Function, view: Sharing) -> Iterable[Function]:
    graph = call_graph_of(view.seen_from(caller.scope))
    return dict.fromkeys(each.callee for each in graph.of(caller) if each.how in ENTERED)


@memoised
def _sizes(program: Linked) -> dict[Function, int]:
    return {}
