"""Strongly connected components of a graph."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def components(
    start: Node, successors: Callable[[Node], Iterable[Node]], is_done: Callable[[Node], bool]
) -> Iterator[list[Node]]:
    """The components that `start` leads to and that are not done, each after those that it leads to itself.

    Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1 (1972).
    """
    index: dict[Node, int] = {}
    low: dict[Node, int] = {}
    open_nodes: list[Node] = []
    is_open: set[Node] = set()
    way: list[tuple[Node, Iterator[Node]]] = []

    def enter(node: Node) -> None:
        index[node] = low[node] = len(index)
        open_nodes.append(node)
        is_open.add(node)
        way.append((node, iter(successors(node))))

    enter(start)
    while way:
        node, following = way[-1]
        each = next((one for one in following if not is_done(one)), None)
        if each is None:
            way.pop()
            if way:
                low[way[-1][0]] = min(low[way[-1][0]], low[node])
            if low[node] == index[node]:
                component = [open_nodes.pop()]
                while component[-1] != node:
                    component.append(open_nodes.pop())
                is_open.difference_update(component)
                yield component[::-1]
        elif each not in index:
            enter(each)
        elif each in is_open:
            low[node] = min(low[node], index[each])


def circles(nodes: Iterable[Node], successors: Callable[[Node], Iterable[Node]]) -> Iterator[Node]:
    """Those of these components that are recursive: they lead back to themselves."""
    left = dict.fromkeys(nodes)
    for each in list(left):
        for component in components(each, successors, lambda at: at not in left) if each in left else ():
            yield from component if len(component) > 1 else ()
            for node in component:
                del left[node]
