"""The summaries of functions, computed callees first and kept for the whole program.

A function is summarised within `bounds`: the modules in a row, into which its calls are followed, and the
size of what is entered there; and with or without what it does on its parameters, which is not of interest where
nothing shared is handed over.  A callee of another module has one hop less, and never more than lead to a function that
touches a place which outlives a call.  So a summary depends on the texts alone, not on who asked for it first.
Functions that call each other in a circle are solved together, to a fixed point; in a dense circle each function is
only charged with what those do that it calls itself.  A call that the call graph does not have, and
values show, becomes an edge when it is met.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from flake8_session_isolation.dataflow.effects import Summary
from flake8_session_isolation.dataflow.shared_parts import SharedParts
from flake8_session_isolation.dataflow.summarising import summarise
from flake8_session_isolation.frontend.bounded import anew
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function, home
from flake8_session_isolation.linking.call_graph import call_graph_of
from flake8_session_isolation.linking.object_types import Linked, Sharing
from flake8_session_isolation.slicing.bounds import ENTERED, LARGEST, Bounds, is_too_large
from flake8_session_isolation.slicing.components import components
from flake8_session_isolation.slicing.reachability import reaches


class Node(NamedTuple):
    """A function with its bounds, and whether accesses to its parameters are summarised."""

    function: Function
    bounds: Bounds
    tracks_parameters: bool


MOST_ROUNDS = 4
"""Times that the functions of a circle are summarised; if they differ still, all are incomplete."""


MOST_CALLS = 60
"""Calls within a circle that is solved to a fixed point."""


MOST_KEPT = 3_000
"""Summaries that are kept from one linted file to the next."""


MOST_BEGUN = 5
"""Functions that are being summarised, each met in the body of the one before."""


class Summaries:
    """The summaries of one program, computed when asked for."""

    def __init__(self, program: Linked) -> None:
        """None yet."""
        self.program = program
        self.done: dict[Node, Summary] = {}
        self._found: dict[Node, dict[Node, None]] = {}
        self._begun: list[Node] = []
        self._parts = SharedParts()
        self._linted: Sharing | None = None

    def begin(self, linted: Sharing) -> None:
        """Drop all summaries if there are many and another file is linted than before; they are computed again when
        needed, with the same result. One file is asked about several times, and may need many itself."""
        if linted is not self._linted and len(self.done) > MOST_KEPT:
            self.done.clear()
            self._found.clear()
            self._parts.clear()
        self._linted = linted

    def of(self, node: Node) -> Summary:
        """The summary of a function."""
        while node not in self.done:
            self._try(components(node, self._callees, self.done.__contains__))
        return self.done[node]

    def met(self, node: Node) -> Summary | None:
        """The summary of a function whose call was found while another is summarised; None for a recursive call."""
        while node not in self.done:
            parts = list(components(node, self._callees, self.done.__contains__))
            if len(self._begun) > MOST_BEGUN or any(each in self._begun for part in parts for each in part):
                return None
            self._try(parts)
        return self.done[node]

    def _try(self, parts: Iterable[list[Node]]) -> None:
        """Solve components, callees first, until a call is found that was not known."""
        try:
            for each in parts:
                self._solve(each)
        except _Undiscovered as call:
            self._found.setdefault(call.caller, {})[call.callee] = None

    def cut_in(self, function: Function, bounds: Bounds) -> frozenset[str]:
        """The names of functions that are too far from a function of the linted module to be included in its
        summary."""
        known = (self.done.get(self.node(function, bounds, each)) for each in (False, True))
        return frozenset().union(*(each.cut for each in known if each is not None))

    def callee(self, function: Function, tracks_parameters: bool, caller: Node) -> Node | None:
        """A callee with the bounds that its caller sets; None if it is too far away."""
        hops, largest = caller.bounds
        if home(function.scope) is not home(caller.function.scope):
            hops -= 1
            if hops < 0 or is_too_large(function, largest, self.program.view(home(function.scope))):
                return None
        return self.node(function, Bounds(hops, largest), tracks_parameters)

    def node(self, function: Function, bounds: Bounds, tracks_parameters: bool) -> Node:
        """The node for a function, if calls may be followed so far."""
        hops = min(bounds.hops, self._enough(function, bounds.hops, tracks_parameters))
        return Node(function, Bounds(hops, bounds.largest if hops else LARGEST[0]), tracks_parameters)

    def _enough(self, function: Function, hops: int, tracks_parameters: bool) -> int:
        """The number of modules through which a function leads to shared places; one more than in the call graph, for
        methods of objects found at shared places."""
        view = self.program.view(home(function.scope))
        return next((each + 1 for each in range(hops, -1, -1) if reaches(function, each, view, tracks_parameters)), 0)

    def _callees(self, node: Node) -> list[Node]:
        graph = call_graph_of(self.program.view(home(node[0].scope)))
        called = dict.fromkeys(each.callee for each in graph.of(node[0]) if each.how in ENTERED)
        found = (self.callee(each, node[2], node) for each in called)
        return [*(each for each in found if each is not None), *self._found.get(node, ())]

    def _solve(self, component: list[Node]) -> None:
        """Summarise a component of recursive functions to a fixed point; a single function once."""
        members = set(component)
        calls = sum(each in members for member in component for each in self._callees(member))
        if not calls:
            solved = {component[0]: self._summarised(component[0], {})}
        else:
            solved = self._charged_once(component) if calls > MOST_CALLS else self._fixed_point(component)
        self.done.update((node, self._parts.share(summary)) for node, summary in solved.items())

    def _fixed_point(self, component: list[Node]) -> dict[Node, Summary]:
        members = sorted(component, key=lambda each: (each.function.name, each.function.line, *each[1:]))
        known = {each: Summary(each.function, is_provisional=True) for each in members}
        for _ in range(MOST_ROUNDS):
            before = dict(known)
            for each in members:
                known[each] = self._summarised(each, known).replaced(is_provisional=True)
            if all(known[each].says_the_same(before[each]) for each in members):
                return {each: summary.replaced(is_provisional=False) for each, summary in known.items()}
        return {
            each: summary.replaced(is_provisional=False, is_complete=False) for each, summary in known.items()
        }

    def _charged_once(self, component: list[Node]) -> dict[Node, Summary]:
        """Each member with the effects of its callees, except those on parameters if they are not asked for. Each
        member is an entry for sessions, since no caller's summary includes all of them."""
        nothing = _for_both({each: Summary(each.function, is_provisional=True) for each in component})
        own = {each: self._summarised(each, nothing) for each in component}
        cut = frozenset(each.function.name for each in component)
        called = _for_both(own)
        return {each: self._summarised(each, called).replaced(is_complete=False, cut=cut) for each in component}

    def _summarised(self, node: Node, provisional: dict[Node, Summary]) -> Summary:
        view = self.program.view(home(node[0].scope))
        self._begun.append(node)
        try:
            return summarise(node[0], view, _Callees(self, node, provisional), node[2])
        finally:
            self._begun.pop()


def _for_both(known: dict[Node, Summary]) -> dict[Node, Summary]:
    """The same summaries also for callers that ask for accesses to parameters."""
    return {**{each._replace(tracks_parameters=True): summary for each, summary in known.items()}, **known}


class _Callees:
    """The summaries of the callees of one body; those of its own component are `provisional`."""

    def __init__(self, summaries: Summaries, caller: Node, provisional: dict[Node, Summary]) -> None:
        self.summaries = summaries
        self.caller = caller
        self.provisional = provisional

    def of(self, function: Function, tracks_parameters: bool) -> Summary:
        node = self.summaries.callee(function, tracks_parameters, self.caller)
        if node is None:
            return Summary(function, is_complete=False)
        found = self.provisional.get(node) or anew(lambda: self.summaries.met(node))
        if found is None:
            raise _Undiscovered(self.caller, node)
        return found


class _Undiscovered(Exception):
    """A call was found that the call graph does not have: the callee must be summarised first."""

    def __init__(self, caller: Node, callee: Node) -> None:
        super().__init__(caller, callee)
        self.caller = caller
        self.callee = callee


@memoised
def summaries_of(program: Linked) -> Summaries:
    """The summaries of a program."""
    return Summaries(program)
