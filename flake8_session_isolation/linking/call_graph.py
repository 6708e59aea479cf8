"""The call graph: which functions of the project a body calls, starts, registers or hands over.

Calls lead to functions, never to names that are alike: what is called is resolved by `function_values`; what a library
does with the functions it is given, facts say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from flake8_session_isolation.facts import How, OnceKeyword, Registers, Runs, Served, Starts
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import body_of, calls_of, nodes_below
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Class, Function, Module, Scope, holder
from flake8_session_isolation.frontend.walking import first_variable
from flake8_session_isolation.linking.argument_types import argument
from flake8_session_isolation.linking.call_results import unwrapped
from flake8_session_isolation.linking.function_values import Target, function_values
from flake8_session_isolation.linking.injections import injections
from flake8_session_isolation.linking.kept_instances import is_kept
from flake8_session_isolation.linking.known_endings import endings, may_be_known
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.shapes import ENTRIES, EXITS, ClassObject, Instance
from flake8_session_isolation.linking.symbols import dotted, is_property
from flake8_session_isolation.linking.value_sources import (
    ANYTHING,
    LASTING,
    NOTHING,
    PARAMETER,
    RECEIVER,
    Sources,
    of_arguments,
    of_receiver,
    sources,
)

_MAKERS = ("__init__", "__post_init__")
_NAMES = frozenset({ir.Name, ir.Attribute, ir.Lambda, ir.IfExp, ir.BoolOp, ir.Call})
"""Kinds of expressions that may be a function."""


class Call(NamedTuple):
    """A function of the project is called, started or handed over; `served` is how facts say it is run. `receiver` and
    `given` are the possible sources of its object and its arguments in the caller; for a function that is handed over
    they are unknown."""

    callee: Function
    how: How
    served: Served | None = None
    receiver: Sources = RECEIVER | PARAMETER
    given: Sources = RECEIVER | PARAMETER


class CallGraph:
    """The calls between the functions of one module and to others; each body is read once, when asked for."""

    def __init__(self, view: Sharing) -> None:
        """Of the module that `view` looks at."""
        self.view = view
        self._calls: dict[Function, tuple[Call, ...]] = {}
        self.found_targets: dict[ir.Call, tuple[Target, ...]] = {}

    def of(self, function: Function) -> tuple[Call, ...]:
        """The calls that a function of the module makes."""
        if function not in self._calls:
            provided = _of_providers(function, self.view)
            self._calls[function] = tuple(dict.fromkeys((*provided, *_Body(function.scope, self).calls())))
        return self._calls[function]

    def targets(self, call: ir.Call, function: Function) -> tuple[Target, ...]:
        """The functions of the project that a call in a function of the module calls."""
        self.of(function)
        return self.found_targets.get(call, ())

    def incoming(self) -> Mapping[Function, Sequence[tuple[Function, Call]]]:
        """For each function all calls of it in the module, with their callers."""
        found: dict[Function, list[tuple[Function, Call]]] = {}
        for caller in (self.view.module.initialiser, *self.view.module.functions):
            for each in self.of(caller):
                found.setdefault(each.callee, []).append((caller, each))
        return found


@memoised
def call_graph_of(view: Sharing) -> CallGraph:
    """The call graph of the module that `view` looks at."""
    return CallGraph(view)


def _of_providers(function: Function, view: Sharing) -> Iterator[Call]:
    """Calls of the providers of parameters, which a library calls before the function and serves like others."""
    for each in injections(function, view):
        yield Call(each.provider, How.CALL, None, LASTING if each.node is not None else NOTHING)
        if each.served is not None:
            yield Call(each.provider, How.SERVE, each.served)


class _Body:
    """One pass over one body; nested functions and classes are left out, except their decorators."""

    def __init__(self, scope: Scope, graph: CallGraph) -> None:
        self.scope = scope
        self.targets = graph.found_targets
        self.view = graph.view
        self.facts = graph.view.facts
        self.known = endings(self.facts, Runs, Registers)
        self.starters = frozenset(self.facts.starts.values())
        self.properties, self.setters = _properties_in(graph.view.module)
        self.skipped: set[ir.Node] = set()

    def calls(self) -> Iterator[Call]:
        """The functions that the body calls, starts, registers or hands over."""
        return self.among(body_of(self.scope).nodes)

    def among(self, nodes: Iterable[ir.Node]) -> Iterator[Call]:
        """The calls in some nodes, in source order."""
        for node in nodes:
            kind = type(node)
            if node in self.skipped:
                continue
            if isinstance(node, ir.Call):
                yield from self.call(node)
            elif isinstance(node, ir.Attribute):
                if node.attr in self.properties:
                    yield from self.property(node)
            elif isinstance(node, ir.With):
                yield from self.entering(node)
            elif kind in _SEPARATE:
                applied = tuple(_decorators(node, self.scope))
                yield from self.among(nodes_below(*(each for each, _ in applied)))
                yield from (call for each in applied for call in self.application(*each))
            elif kind in _GIVING:
                for each in _handed_on(node):
                    yield from self.functions(each, How.REFERENCE)
                yield from self.setting(node)

    def functions(self, node: ir.Node, how: How, served: Served | None = None) -> Sequence[Call]:
        """The functions that an expression hands over."""
        if type(node) not in _NAMES or not isinstance(node, ir.Expression):
            return ()
        found = function_values(node, self.scope, self.view)
        return [Call(each, how, served) for each in found if isinstance(each, Function)] if found else ()

    def application(self, decorator: ir.Expression, scope: Scope) -> Iterator[Call]:
        """A decorator is called where the definition is."""
        if type(decorator) in _NAMES:
            for target in function_values(decorator, scope, self.view):
                yield from (Call(each, How.CALL) for each in self.entered(target))

    def property(self, node: ir.Attribute) -> Iterator[Call]:
        """Reading an attribute may call a function."""
        for each in function_values(node, self.scope, self.view):
            if isinstance(each, Function) and is_property(each):
                yield Call(each, How.CALL, None, sources(node.value, self.scope, self.view), NOTHING)

    def setting(self, node: ir.Node) -> Iterator[Call]:
        """Assigning to a property calls its setter."""
        if not self.setters or not isinstance(node, ir.Assign):
            return
        for target in node.targets:
            if isinstance(target, ir.Attribute) and target.attr in self.setters:
                for each in function_values(target.value, self.scope, self.view):
                    setter = each.of.setter(target.attr) if isinstance(each, Instance) else None
                    if setter is not None:
                        receiver = sources(target.value, self.scope, self.view)
                        yield Call(setter, How.CALL, None, receiver, sources(node.value, self.scope, self.view))

    def entering(self, node: ir.With) -> Iterator[Call]:
        """Entering and leaving an object of the project calls methods of its class."""
        for each in (item.context_expr for item in node.items):
            for target in function_values(each, self.scope, self.view):
                if isinstance(target, Instance):
                    names = (ENTRIES[node.is_async], EXITS[node.is_async])
                    receiver = sources(each, self.scope, self.view)
                    for method in filter(None, map(target.of.method, names)):
                        yield Call(method, How.CALL, None, receiver, NOTHING)

    def call(self, node: ir.Call) -> Iterator[Call]:
        """The calls of one call expression; a call that is only an argument to be started is left out."""
        names = list(self.names(node)) if self.may_be_known(node.func) else []
        runs = self.facts.first(Runs, names)
        spawned = _spawned(node, runs) if runs is not None and runs.how is not How.CALL else None
        if spawned is not None and runs is not None:
            self.skipped.update(nodes_below(spawned))
            inner = unwrapped(spawned, self.scope)
            yield from self.functions(inner.func if isinstance(inner, ir.Call) else inner, runs.how)
            yield from self.arguments(node, spawned)
            if isinstance(spawned, ir.Call):
                yield from self.arguments(spawned, inner)
            return
        if names:
            yield from self.registered(node, names)
        targets = tuple(dict.fromkeys(function_values(node.func, self.scope, self.view)))
        if targets:
            self.targets[node] = targets
        entered = [each for target in targets for each in self.entered(target)]
        if entered:
            given = of_arguments(node, self.scope, self.view)
            for target in targets:
                receiver = self.receiver(node, target, given)
                yield from (Call(each, How.CALL, None, receiver, given) for each in self.entered(target))
        if isinstance(node.func, ir.Attribute) and node.func.attr in self.starters:
            yield from self.started_by_base(node.func)
        if entered:
            yield from self.called_on_arguments(node, entered)
            yield from self.arguments(node, None)
        else:
            yield from self.given_away(node)

    def receiver(self, node: ir.Call, target: Target, given: Sources) -> Sources:
        """The source of the object on which a function is called: a class creates a new one, unless it keeps one; an
        explicit call through the class may be given it."""
        if isinstance(target, ClassObject):
            return LASTING if is_kept(target.itself, self.view.seen_from(target.itself.scope)) else NOTHING
        if isinstance(target, Function) and target.owner is None:
            return NOTHING
        if isinstance(target, Function) and not target.is_class_method:
            if isinstance(node.func, ir.Attribute) and self.is_class(node.func.value):
                return given
        return of_receiver(node, self.scope, self.view)

    def is_class(self, node: ir.Expression) -> bool:
        """Whether an expression may be a class of the project."""
        if not isinstance(node, (ir.Name, ir.Attribute)):
            return False
        return any(isinstance(each, ClassObject) for each in function_values(node, self.scope, self.view))

    def may_be_known(self, func: ir.Expression) -> bool:
        """Whether facts may know how a callee uses functions; a module of the project may re-export a library's
        function."""
        return may_be_known(func, self.scope, self.view, self.known) or (
            isinstance(func, ir.Attribute) and self.is_of_the_project(func)
        )

    def is_of_the_project(self, node: ir.Expression) -> bool:
        """Whether an attribute begins with what is imported from the project."""
        name = first_variable(node)
        where = holder(name, self.scope) if name is not None else None
        whole = where.imports.get(name) if where is not None and name is not None else None
        return whole is not None and self.view.modules.may_own(whole, self.view.module)

    def names(self, node: ir.Call) -> Iterator[str]:
        """The names under which facts may know the callee."""
        func = node.func
        name = dotted(func, self.scope)
        if name is not None:
            yield self.view.modules.handed_on(name, self.view.module)
        qualified = self.view.qualified(func, self.scope)
        if qualified is not None and qualified != name:
            yield qualified
        if isinstance(func, ir.Attribute):
            yield f".{func.attr}"

    def arguments(self, node: ir.Call, but: ir.Node | None) -> Iterator[Call]:
        """The functions among the arguments of a call."""
        for each in (*node.args, *(keyword.value for keyword in node.keywords)):
            if each is not but:
                yield from self.functions(each, How.REFERENCE)

    def given_away(self, node: ir.Call) -> Iterator[Call]:
        """The functions among the arguments of a call of something outside the project."""
        found: list[tuple[Call, str | None]] = []
        found += [(each, None) for given in node.args for each in self.functions(given, How.REFERENCE)]
        for keyword in node.keywords:
            found += [(each, keyword.arg) for each in self.functions(keyword.value, How.REFERENCE)]
        if not found:
            return
        is_builtin = any(each.startswith("builtins.") for each in self.names(node))
        for call, name in found:
            runs_once = self.facts.row(OnceKeyword, name) is not None
            yield call._replace(how=How.ONCE if runs_once else How.CALL if is_builtin else How.REFERENCE)

    def registered(self, node: ir.Call, names: Sequence[str]) -> Iterator[Call]:
        """The functions that a library takes and serves from then on, one by one or in a list."""
        row = self.facts.first(Registers, names)
        if row is None:
            return
        given = [node.args[at] for at in row.positions if at < len(node.args)]
        given += [each.value for each in node.keywords if each.arg in row.keywords]
        for each in given:
            for part in (each, *_parts(each)):
                yield from self.functions(part, How.SERVE, row.served)

    def entered(self, target: Function | ClassObject | Instance) -> Iterator[Function]:
        """The functions that run where something is called."""
        if isinstance(target, Function):
            yield target
        elif isinstance(target, ClassObject):
            yield from filter(None, map(target.itself.method, _MAKERS))
        elif (own := target.of.method("__call__")) is not None:
            yield own

    def started_by_base(self, func: ir.Attribute) -> Iterator[Call]:
        """The method that runs in a thread or task because a library's base class starts it: `worker.start()`."""
        for base in function_values(func.value, self.scope, self.view):
            row = self.facts.first(Starts, base.of.foreign_bases()) if isinstance(base, Instance) else None
            method = base.of.method(row.runs) if row is not None and isinstance(base, Instance) else None
            if row is not None and method is not None and row.method == func.attr:
                yield Call(method, row.how)

    def called_on_arguments(self, node: ir.Call, entered: Iterable[Function]) -> Iterator[Call]:
        """The methods of arguments that the callee calls without knowing their class."""
        for function in entered:
            for name, method in methods_of_parameters(function) if node.args or node.keywords else ():
                given = None if self.view.parameter(function, name) else argument(function, name, node)
                if given is None:
                    continue
                for each in function_values(given, self.scope, self.view):
                    own = each.of.method(method) if isinstance(each, Instance) else None
                    if own is not None:
                        yield Call(own, How.CALL, None, sources(given, self.scope, self.view), ANYTHING)


_SEPARATE = frozenset({ir.Define, ir.DefineClass, ir.Lambda})
_GIVING = frozenset({ir.Return, ir.Yield, ir.Assign, ir.Dict, ir.List, ir.Tuple, ir.Set})
"""Kinds of nodes that give values away."""


def _decorators(node: ir.Node, scope: Scope) -> Iterator[tuple[ir.Expression, Scope]]:
    """The expressions that are evaluated at a definition, with their scope; of a class also the decorators of its
    methods."""
    if isinstance(node, ir.Define):
        yield from ((each, scope) for each in node.function.decorators)
    elif isinstance(node, ir.DefineClass):
        yield from ((each, scope) for each in node.cls.decorators)
        for each in node.cls.body:
            if isinstance(each, (ir.Define, ir.DefineClass)):
                yield from _decorators(each, node.cls.scope)


def _handed_on(node: ir.Node) -> Iterable[ir.Node]:
    """The expressions whose values a node passes on: returned, yielded, put into displays, stored in objects."""
    if isinstance(node, (ir.Return, ir.Yield)):
        return (node.value,) if node.value is not None else ()
    if isinstance(node, (ir.Display, ir.Dict)):
        return _parts(node)
    if isinstance(node, ir.Assign) and any(isinstance(each, (ir.Attribute, ir.Subscript)) for each in node.targets):
        return (node.value,)
    return ()


def _parts(node: ir.Node) -> tuple[ir.Node, ...]:
    """The elements of a display."""
    if isinstance(node, ir.Dict):
        return tuple(each for each in (*node.keys, *node.values) if each is not None)
    return node.elts if isinstance(node, ir.Display) else ()


def _spawned(node: ir.Call, row: Runs) -> ir.Expression | None:
    """The argument that a call starts."""
    for keyword in node.keywords:
        if row.keyword is not None and keyword.arg == row.keyword:
            return keyword.value
    at = row.position
    return node.args[at] if at is not None and at < len(node.args) else None


@memoised
def _properties_in(module: Module) -> tuple[frozenset[str], frozenset[str]]:
    """Names of the properties that the module's functions may read, and of those that they may set, of the module's
    classes and their bases."""
    classes: set[Class] = {each for cls in module.classes.values() for each in cls.lineage()}
    every = (pair for cls in classes for pair in cls.scope.functions.items())
    read = frozenset(name for name, function in every if function.decorators and is_property(function))
    return read, frozenset(name for cls in classes for name in cls.scope.setters)


@memoised
def methods_of_parameters(function: Function) -> tuple[tuple[str, str], ...]:
    """The methods that a function calls on its own parameters, as pairs of parameter and method."""
    names = set(function.parameters) - {function.receiver}
    called = (each.node.func for each in calls_of(function.scope)) if names else ()
    methods = (each for each in called if isinstance(each, ir.Attribute))
    pairs = ((each.value.id, each.attr) for each in methods if isinstance(each.value, ir.Name))
    return tuple(dict.fromkeys(pair for pair in pairs if pair[0] in names))
