"""Where the object of an expression may come from, according to names: what a call can reach through it.

`LASTING` is what no run of a function makes for itself: a variable of a module or a class, a default, what a library
fills in; `CAPTURED` is a variable of a function around.  `RECEIVER` is the function's own object or class, `PARAMETER`
what else it is given; parts of an object come from where the object comes from.  `NOTHING` is what the run makes, and
what cannot be changed.
Sources are bits of one number, which is joined with `|`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import body_of, returned
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Class, Function, Scope, holder, last_name
from flake8_session_isolation.linking.constants import (
    holds_only_unchangeable,
    is_unchangeable,
    is_unchangeable_elsewhere,
)
from flake8_session_isolation.linking.function_values import function_values
from flake8_session_isolation.linking.identity_decorators import does_nothing
from flake8_session_isolation.linking.injections import injections, kept_classes
from flake8_session_isolation.linking.instance_arguments import variables_kept_by
from flake8_session_isolation.linking.kept_instances import is_kept
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.parameter_defaults import mutable_defaults
from flake8_session_isolation.linking.shapes import ClassObject, Instance
from flake8_session_isolation.linking.symbols import is_property

Sources: TypeAlias = int
NOTHING: Sources = 0
LASTING: Sources = 1
RECEIVER: Sources = 2
PARAMETER: Sources = 4
CAPTURED: Sources = 8
ANYTHING: Sources = LASTING | RECEIVER | PARAMETER | CAPTURED

_BUILTINS = {"super": RECEIVER, "globals": LASTING}
_GIVING = frozenset(
    {
        *("getattr", "vars", "iter", "next", "aiter", "anext", "reversed", "enumerate", "zip", "filter", "map"),
        *("sorted", "list", "tuple", "set", "dict", "min", "max"),
    }
)
"""Builtins that give an argument back, a part of it, or its elements."""

DEEPEST = 3
"""Functions that give what the next one gives; what lies behind may be anything."""
_PLAIN = frozenset({"staticmethod", "classmethod"})
"""Decorators that leave what a function gives as it is."""


def sources(node: ir.Expression, scope: Scope, view: Sharing, depth: int = 0) -> Sources:
    """The possible sources of the object that an expression in `scope` gives; `view` is that of its module."""
    return _Search(scope, view, depth).of(node)


def of_arguments(call: ir.Call, scope: Scope, view: Sharing) -> Sources:
    """The possible sources of a call's arguments."""
    return _Search(scope, view, 0).of(*call.args, *(each.value for each in call.keywords))


def of_receiver(call: ir.Call, scope: Scope, view: Sharing) -> Sources:
    """The possible sources of the object or class on which a call calls a method."""
    return sources(_receiver(call), scope, view)


def _receiver(call: ir.Call) -> ir.Expression:
    return call.func.value if isinstance(call.func, ir.Attribute) else call.func


class _Search:
    """A search from an expression back along the variables of one scope, each once."""

    def __init__(self, scope: Scope, view: Sharing, depth: int) -> None:
        self.scope = scope
        self.view = view
        self.depth = depth
        self.seen: set[str] = set()
        self.waiting: list[ir.Expression] = []

    def of(self, *nodes: ir.Expression) -> Sources:
        found = NOTHING
        self.waiting.extend(nodes)
        while self.waiting:
            node = self.waiting.pop()
            if isinstance(node, ir.Name):
                found |= self.name(node.id)
            elif isinstance(node, ir.Attribute):
                if not is_unchangeable(node, self.scope, self.view):
                    self.waiting.append(node.value)
                    found |= _kept_by_its_object(node, self.scope, self.view)
            elif isinstance(node, ir.Call):
                found |= self.call(node)
            else:
                self.waiting.extend(_parts(node))
        return found

    def name(self, name: str) -> Sources:
        """A variable; the expressions to which it is bound are searched later."""
        if name in self.seen:
            return NOTHING
        self.seen.add(name)
        self.waiting.extend(_unpacked(self.scope).get(name, ()))
        where = holder(name, self.scope)
        if where is None:
            return LASTING if self.view.module.scope.star_imports else NOTHING
        if name in where.imports:
            return NOTHING if is_unchangeable_elsewhere(where.imports[name], self.view) else LASTING
        if where is not self.scope or isinstance(where.owner, Class):
            if holds_only_unchangeable(name, where, self.view):
                return NOTHING
            if not isinstance(where.owner, Function):
                return LASTING
            return CAPTURED | (sources(ir.Name(name), where, self.view, self.depth) & LASTING)
        self.waiting.extend(each for each in where.bindings.get(name, ()) if each is not None)
        owner = where.owner
        return _given(name, owner, self.view) if isinstance(owner, Function) else LASTING

    def call(self, node: ir.Call) -> Sources:
        """The result of a call: of a function of the project, or an object that stores its arguments; for a library's
        method, a part of its object."""
        func = node.func
        if isinstance(func, ir.Name) and holder(func.id, self.scope) is None:
            if func.id in _GIVING:
                self.waiting.extend(node.args)
            return _BUILTINS.get(func.id, NOTHING)
        found = NOTHING
        targets = tuple(function_values(func, self.scope, self.view))
        for each in targets:
            found |= self.target(each)
        if found & PARAMETER:
            self.waiting.extend((*node.args, *(each.value for each in node.keywords)))
        if found & RECEIVER or (not targets and isinstance(func, ir.Attribute)):
            self.waiting.append(_receiver(node))
        return found & LASTING

    def target(self, target: Function | ClassObject | Instance) -> Sources:
        """The result of a function, or a class or object that is called, in its own terms."""
        if isinstance(target, ClassObject):
            is_lasting = is_kept(target.itself, self.view.seen_from(target.itself.scope))
            return PARAMETER | LASTING if is_lasting else PARAMETER
        called = target if isinstance(target, Function) else target.of.method("__call__")
        return of_result(called, self.view.seen_from(called.scope), self.depth) if called is not None else NOTHING


def _kept_by_its_object(node: ir.Attribute, scope: Scope, view: Sharing) -> Sources:
    """The source of an attribute of the function's own object that is a variable of a module: `self.hub = hub`."""
    function = scope.owner if isinstance(scope.owner, Function) else None
    if function is None or function.owner is None or getattr(node.value, "id", None) != function.receiver:
        return NOTHING
    return LASTING if node.attr in variables_kept_by(function.owner, view) else NOTHING


def of_result(function: Function, view: Sharing, depth: int = 0) -> Sources:
    """The possible sources of what a function returns, in its own terms; `view` is that of its module, `depth` counts
    functions on the way. A stub has no known sources."""
    if function.is_stub:
        return NOTHING
    if depth >= DEEPEST or not _is_plain(function, view):
        return ANYTHING & ~CAPTURED
    known = _results(view)
    key = function, depth
    if key not in known:
        search = _Search(function.scope, view, depth + 1)
        given = search.of(*returned(function), *_yielded(function))
        known[key] = given & ~CAPTURED | (LASTING if given & CAPTURED else NOTHING)
    return known[key]


@memoised
def _results(view: Sharing) -> dict[tuple[Function, int], Sources]:
    """What is known of the functions of a module."""
    return {}


def _is_plain(function: Function, view: Sharing) -> bool:
    """Whether callers get what the body returns."""
    decorators = [each for each in function.decorators if not does_nothing(each, function.around, view)]
    if all(last_name(each) in _PLAIN for each in decorators):
        return True
    return len(decorators) == 1 and (function.is_context_manager or is_property(function))


def _yielded(function: Function) -> Iterator[ir.Expression]:
    nodes = body_of(function.scope).nodes if function.yields else ()
    return (each.value for each in nodes if isinstance(each, ir.Yield) and each.value is not None)


def _parts(node: ir.Expression) -> Sequence[ir.Expression]:
    """The expressions that a node's value, the whole of which it is a part, or its elements, come from."""
    if isinstance(node, (ir.Subscript, ir.Await, ir.Starred, ir.NamedExpr)):
        return (node.value,)
    if isinstance(node, ir.IfExp):
        return (node.body, node.orelse)
    if isinstance(node, ir.BoolOp):
        return node.values
    if isinstance(node, ir.Dict):
        return node.values
    return node.elts if isinstance(node, (ir.Display, ir.Comprehension)) else ()


def _given(name: str, function: Function, view: Sharing) -> Sources:
    """The source of a parameter: a library may fill it with a shared object, or it has a default."""
    if name not in function.parameters:
        return NOTHING
    if name == function.receiver:
        return RECEIVER
    is_lasting = (
        name in view.provisions.names
        or any(each.parameter == name for each in injections(function, view))
        or any(parameter == name for parameter, _ in kept_classes(function, view))
        or name in mutable_defaults(function, view)
    )
    return PARAMETER | LASTING if is_lasting else PARAMETER


class _Binding(NamedTuple):
    """What gives its parts to the names of a target."""

    target: ir.Expression
    value: ir.Expression


@memoised
def _unpacked(scope: Scope) -> Mapping[str, Sequence[ir.Expression]]:
    """For each variable what it is bound to other than by a plain assignment: an element, an entered object, a part."""
    found: dict[str, list[ir.Expression]] = {}
    for node in body_of(scope).nodes:
        for each in _bindings(node):
            for name in _names(each.target):
                found.setdefault(name, []).append(each.value)
    return found


def _bindings(node: ir.Node) -> Iterable[_Binding]:
    if isinstance(node, (ir.For, ir.Generator)):
        return (_Binding(node.target, node.iter),)
    if isinstance(node, ir.Assign):
        return [pair for each in node.targets if isinstance(each, ir.Display) for pair in _paired(each, node.value)]
    if isinstance(node, ir.With):
        items = [each for each in node.items if each.optional_vars is not None]
        return [_Binding(each.optional_vars, each.context_expr) for each in items if each.optional_vars is not None]
    if isinstance(node, ir.Match):
        return [_Binding(name, node.subject) for case in node.cases for name in case.names]
    return ()


def _paired(target: ir.Expression, value: ir.Expression) -> Iterable[_Binding]:
    """A target with its value, part by part if both are written out."""
    if isinstance(target, ir.Display) and isinstance(value, ir.Display) and len(target.elts) == len(value.elts):
        return [pair for each, part in zip(target.elts, value.elts) for pair in _paired(each, part)]
    return (_Binding(target, value),)


def _names(target: ir.Expression) -> Iterator[str]:
    if isinstance(target, ir.Name):
        yield target.id
    elif isinstance(target, ir.Starred):
        yield from _names(target.value)
    elif isinstance(target, ir.Display):
        for each in target.elts:
            yield from _names(each)
