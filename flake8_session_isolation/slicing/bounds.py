"""Bounds on following calls into other modules: the number of modules in a row, and the size of the functions there.

Size is the number of expressions and statements to interpret. It depends only on the source, so that a file has the
same bounds whatever was linted before.
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
    return _work_of(function, largest, view) > largest


def _work_of(function: Function, most: int, view: Sharing) -> int:
    """The expressions and statements of a function, with those of what it calls in its own module; where that is more
    than `most`, as many as were counted."""
    known = _counts(view.program).get(function)
    if known is None:
        known = _counts(view.program)[function] = _Count(function)
    theirs = view.seen_from(function.scope)
    while known.size <= most and known.waiting:
        known.go_on(theirs)
    return known.size


class _Count:
    """The size of a function and of its callees in the same module, as far as it was asked for: `waiting` are counted,
    and what they call is not. Finding the callees costs more than the counting, and may load further modules."""

    __slots__ = ("found", "size", "waiting")

    def __init__(self, function: Function) -> None:
        self.found = {function}
        self.waiting = [function]
        self.size = size_of(function)

    def go_on(self, view: Sharing) -> None:
        """Count what one more of the functions calls; `view` is that of their module."""
        called = {each.callee for each in call_graph_of(view).of(self.waiting.pop()) if each.how in ENTERED}
        following = [each for each in called - self.found if home(each.scope) is view.module]
        self.found.update(following)
        self.waiting += following
        self.size += sum(map(size_of, following))


def within(room: int, functions: Iterable[Function]) -> list[Function] | None:
    """Functions, each asked for when there is room for more work; None if they are more work than that."""
    found: list[Function] = []
    for each in functions if room >= 0 else ():
        found.append(each)
        room -= size_of(each)
        if room < 0:
            break
    return found if room >= 0 else None


def bounds_from(called: Collection[Function], view: Sharing) -> Bounds:
    """The limits for following calls on from the functions of other modules that a file calls itself: into one module
    after the other, until that is more than `MOST_WORK`."""
    largest = next((each for each in LARGEST if _is_within_limits(called, each, view)), LARGEST[-1])
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


def _is_within_limits(called: Iterable[Function], largest: int, view: Sharing) -> bool:
    """Whether the functions that are not larger than `largest` are, together, no more work than `MOST_WORK`."""
    room = MOST_WORK
    for each in called:
        size = _work_of(each, largest, view)
        room -= size if size <= largest else 0
        if room < 0:
            return False
    return True


def _entering(
    functions: Iterable[Function], largest: int, view: Sharing, entered: dict[Function, None]
) -> Iterator[Function]:
    """The functions up to the size `largest` that are not in `entered` yet, with their callees in their own modules.
    Each is added when the generator reaches it, so that no module is loaded for functions that are not used."""
    for start in functions:
        if start not in entered and not is_too_large(start, largest, view):
            for each in with_callees((start,), view, entered):
                entered[each] = None
                yield each


def with_callees(
    functions: Iterable[Function], view: Sharing, known: Collection[Function] = ()
) -> Iterator[Function]:
    """Functions that are not `known` yet, then those that they call in their own modules; each when it is asked for."""
    order: dict[Function, None] = {}
    for each in functions:
        if each not in known and each not in order:
            order[each] = None
            yield each
    waiting = list(order)
    for caller in waiting:
        for each in _called(caller, view):
            if home(each.scope) is home(caller.scope) and each not in order and each not in known:
                order[each] = None
                waiting.append(each)
                yield each


def called_beyond(functions: Iterable[Function], view: Sharing) -> list[Function]:
    """The functions that some functions call in modules that are not theirs."""
    every = ((caller, each) for caller in functions for each in _called(caller, view))
    return list(dict.fromkeys(each for caller, each in every if home(each.scope) is not home(caller.scope)))


def _called(caller: Function, view: Sharing) -> Iterable[Function]:
    graph = call_graph_of(view.seen_from(caller.scope))
    return dict.fromkeys(each.callee for each in graph.of(caller) if each.how in ENTERED)


@memoised
def _counts(program: Linked) -> dict[Function, _Count]:
    return {}
