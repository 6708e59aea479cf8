"""The summaries of functions, callees first, kept for the whole program.

A function is summarised with a number of `hops`: the modules, one behind the other, into which its calls are followed;
and with or without what it does on its parameters, which is not of interest where nothing shared is handed over.  A
callee of another module has one hop less, and never more than lead to a function that touches a place which outlives a
call.  So a summary depends on the texts alone, not on who asked for it first.  Functions that call each other in a
circle are solved together, to a fixed point (Tarjan, "Depth-first search and linear graph algorithms", 1972, finds the
circles).  A call that the call graph does not have, and values show, becomes an edge when it is met.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from flake8_session_isolation.dataflow.effects import Summary
from flake8_session_isolation.dataflow.summarising import summarise
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function, home
from flake8_session_isolation.linking.call_graph import call_graph_of
from flake8_session_isolation.linking.object_types import Linked
from flake8_session_isolation.slicing.reachability import ENTERED, reaches


class Node(NamedTuple):
    """A function with its hops, and whether what it does on its parameters is of interest."""

    function: Function
    hops: int
    tracks_parameters: bool


Callees: TypeAlias = Callable[[Node], Sequence[Node]]

MOST_ROUNDS = 4
"""Times that the functions of a circle are summarised; if they differ still, all are incomplete."""


class Summaries:
    """The summaries of one program, made when asked for."""

    def __init__(self, program: Linked) -> None:
        """None yet."""
        self.program = program
        self.done: dict[Node, Summary] = {}
        self._found: dict[Node, dict[Node, None]] = {}

    def of(self, node: Node) -> Summary:
        """The summary of a function, as it is asked for."""
        while node not in self.done:
            try:
                for component in _components(node, self._callees, self.done.__contains__):
                    self._solve(component)
            except _Undiscovered as call:
                self._found.setdefault(call.caller, {})[call.callee] = None
        return self.done[node]

    def cut_in(self, function: Function, hops: int) -> frozenset[str]:
        """The names of functions that are too far from a function of the linted module to be charged to it."""
        known = (self.done.get(self.node(function, hops, each)) for each in (False, True))
        return frozenset().union(*(each.cut for each in known if each is not None))

    def callee(self, function: Function, tracks_parameters: bool, caller: Node) -> Node | None:
        """A callee as its caller sees it; None for one that is too far away."""
        is_at_home = home(function.scope) is home(caller.function.scope)
        if not is_at_home and not caller.hops:
            return None
        hops = caller.hops if is_at_home else caller.hops - 1
        return self.node(function, hops, tracks_parameters)

    def node(self, function: Function, hops: int, tracks_parameters: bool) -> Node:
        """What is asked for if calls may be followed so far."""
        return Node(function, min(hops, self._enough(function, hops, tracks_parameters)), tracks_parameters)

    def _enough(self, function: Function, hops: int, tracks_parameters: bool) -> int:
        """The modules through which a function leads to shared places: one more than the call graph knows, for a method
        of an object that is found at a shared place."""
        view = self.program.view(home(function.scope))
        return next((each + 1 for each in range(hops, -1, -1) if reaches(function, each, view, tracks_parameters)), 0)

    def _callees(self, node: Node) -> list[Node]:
        graph = call_graph_of(self.program.view(home(node[0].scope)))
        called = dict.fromkeys(each.callee for each in graph.of(node[0]) if each.how in ENTERED)
        found = (self.callee(each, node[2], node) for each in called)
        return [*(each for each in found if each is not None), *self._found.get(node, ())]

    def _solve(self, component: list[Node]) -> None:
        """Summarise the functions of a circle until nothing changes; one function alone, once."""
        if len(component) == 1 and component[0] not in self._callees(component[0]):
            self.done[component[0]] = self._summarised(component[0], {})
        else:
            self.done.update(self._fixed_point(component))

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

    def _summarised(self, node: Node, provisional: dict[Node, Summary]) -> Summary:
        view = self.program.view(home(node[0].scope))
        return summarise(node[0], view, _Callees(self, node, provisional), node[2])


class _Callees:
    """The summaries that one function's body asks for; those of its own circle are `provisional`."""

    def __init__(self, summaries: Summaries, caller: Node, provisional: dict[Node, Summary]) -> None:
        self.summaries = summaries
        self.caller = caller
        self.provisional = provisional

    def of(self, function: Function, tracks_parameters: bool) -> Summary:
        node = self.summaries.callee(function, tracks_parameters, self.caller)
        if node is None:
            return Summary(function, is_complete=False)
        found = self.provisional.get(node) or self.summaries.done.get(node)
        if found is None:
            raise _Undiscovered(self.caller, node)
        return found


class _Undiscovered(Exception):
    """A call that only the values in a body show: its callee must be summarised first."""

    def __init__(self, caller: Node, callee: Node) -> None:
        super().__init__(caller, callee)
        self.caller = caller
        self.callee = callee


@memoised
def summaries_of(program: Linked) -> Summaries:
    """The summaries of a program."""
    return Summaries(program)


def _components(start: Node, callees: Callees, is_done: Callable[[Node], bool]) -> Iterator[list[Node]]:
    """The strongly connected components that `start` leads to and that are not done, callees first."""
    index: dict[Node, int] = {}
    low: dict[Node, int] = {}
    open_nodes: list[Node] = []
    is_open: set[Node] = set()
    way: list[tuple[Node, Iterator[Node]]] = []

    def enter(node: Node) -> None:
        index[node] = low[node] = len(index)
        open_nodes.append(node)
        is_open.add(node)
        way.append((node, iter(callees(node))))

    enter(start)
    while way:
        node, following = way[-1]
        each = next((one for one in following if not is_done(one)), None)
        if each is None:
            way.pop()
            if way:
                low[way[-1][0]] = min(low[way[-1][0]], low[node])
            if low[node] == index[node]:
                at = open_nodes.index(node)
                component = open_nodes[at:]
                del open_nodes[at:]
                is_open.difference_update(component)
                yield component
        elif each not in index:
            enter(each)
        elif each in is_open:
            low[node] = min(low[node], index[each])
