"""What all analysed callers pass to a parameter without an annotation: an object of one class; or, if that is not
known, the container that is its default.

Callers are searched in the same file, by the name that they call. Callers elsewhere may pass something else, as they
may for an annotated parameter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TypeAlias

from flake8_session_isolation.facts import describes
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import calls_of
from flake8_session_isolation.frontend.scopes import Function, Module, Scope, last_name
from flake8_session_isolation.linking.shapes import NO_SHAPES, Instance, Made, Shape, is_signal

MOST_CALLERS = 20
"""Calls of one function that are compared; one that is called from everywhere is given anything."""

Shapes: TypeAlias = Callable[[ir.Expression, Scope], Iterable[Shape]]


class Passed:
    """The arguments of the calls in one module."""

    def __init__(self, module: Module, shapes: Shapes) -> None:
        """For functions of `module`; `shapes` gives the possible shapes of an expression in a scope."""
        self.module = module
        self.shapes = shapes
        self._known: dict[tuple[Function, str], frozenset[Shape]] = {}

    def to(self, function: Function, name: str) -> frozenset[Shape]:
        """The shapes of a parameter on which all callers agree, or else of its default; empty for unknown."""
        key = (function, name)
        if key not in self._known:
            self._known[key] = NO_SHAPES  # of what is handed round in a circle nothing is known
            found = frozenset(self._common(function, name)) or frozenset(self._default(function, name))
            self._known[key] = found or NO_SHAPES
        return self._known[key]

    def _default(self, function: Function, name: str) -> Iterator[Shape]:
        """The shape of a default that is a container: `tags=set()`. What a caller gives instead is of the same kind."""
        default = next((node for own, node in function.defaults if own == name), None)
        around = function.scope.parent
        if default is not None and around is not None and not isinstance(default, ir.Constant):
            shapes = (each for each in self.shapes(default, around) if isinstance(each, Made))
            yield from (each for each in shapes if each.type.startswith(("builtins.", "collections.")))

    def _common(self, function: Function, name: str) -> Iterator[Shape]:
        last = function.name.rpartition(".")[2]
        called = function.owner.short_name if function.owner is not None and last == "__init__" else last
        calls = self._calls.get(called, [])
        is_ambiguous = last != "__init__" and self._functions[last] > 1
        if is_ambiguous or len(calls) > MOST_CALLERS:
            return
        given = [argument(function, name, call) for call, _ in calls]
        found = [frozenset(self.shapes(node, scope)) for node, (_, scope) in zip(given, calls) if node is not None]
        if found and len(found) == len(calls) and len(set(found)) == 1 and len(found[0]) == 1:
            yield from filter(_is_known, found[0])

    @cached_property
    def _functions(self) -> dict[str, int]:
        """The number of functions of the module with this name."""
        counts: dict[str, int] = defaultdict(int)
        for each in self.module.functions:
            counts[each.name.rpartition(".")[2]] += 1
        return counts

    @cached_property
    def _calls(self) -> dict[str, list[tuple[ir.Call, Scope]]]:
        """All calls of the module with the scopes in which they are, by the last name of what is called."""
        found: dict[str, list[tuple[ir.Call, Scope]]] = defaultdict(list)
        for scope in self.module.scopes():
            for site in calls_of(scope):
                found[last_name(site.node) or ""].append((site.node, scope))
        return found


def _is_known(shape: Shape) -> bool:
    """Whether something is known of the objects of a shape: a project's, a container, a library's with facts."""
    if isinstance(shape, Made):
        return not is_signal(shape) or describes(shape.type)
    return isinstance(shape, Instance)


def argument(function: Function, name: str, call: ir.Call) -> ir.Expression | None:
    """The argument of a call for a parameter, by position or keyword; None if that is not certain."""
    if any(isinstance(each, ir.Starred) for each in call.args):
        return None
    named = next((each.value for each in call.keywords if each.arg == name), None)
    names = function.signature.positional
    at = names.index(name) - (function.receiver is not None) if name in names else -1
    return named or (call.args[at] if 0 <= at < len(call.args) else None)
