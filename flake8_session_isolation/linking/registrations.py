"""Which functions a module gives to a library by a call: `add_route("/", chat)`, `Button.click(chat)`, `Depends(chat)`.

Told from names alone, wherever the call is: by the callee's dotted name, by the class of the variable or attribute
it begins with, or, where that is unknown, by its last names.
"""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cached_property
from typing import NamedTuple

from flake8_session_isolation.facts import Handler, OnceKeyword, Registers, RunsOnce, Serve, Served
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import calls_and_assignments, looped_over, results
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Class, Function, Module, Scope, holder
from flake8_session_isolation.frontend.sets import first
from flake8_session_isolation.frontend.spelling import spelled, spelled_keywords
from flake8_session_isolation.frontend.walking import walk
from flake8_session_isolation.linking.known_endings import endings, may_be_known
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.shapes import Instance, Made, Shape
from flake8_session_isolation.linking.symbols import dotted

DEEPEST = 5
"""Names, displays and wrappers between a call and the function that it is given."""


class Registered(NamedTuple):
    """The row by which a function was registered with a library; `served` is None if it runs once. For a method of one
    object, `by` is the function in which it was registered; None is the module itself. `line` and `column` (in bytes)
    are the position."""

    name: str
    served: Served | None
    is_of_one_object: bool = False
    by: Function | None = None
    line: int = 0
    column: int = 0


class Handed(NamedTuple):
    """A function that an expression hands over, perhaps as a method of one object."""

    function: Function
    is_of_one_object: bool = False


class Registrations:
    """The functions that calls of one module register with libraries."""

    def __init__(self, sharing: Sharing) -> None:
        """For the module and the facts of `sharing`."""
        self.sharing = sharing
        self.module: Module = sharing.module
        self.facts = sharing.facts
        self._endings = endings(self.facts, Registers, RunsOnce, Handler)
        self._assignable = endings(self.facts, Registers)
        self._keywords = endings(self.facts, OnceKeyword)

    def of(self, function: Function) -> Registered | None:
        """How `function` was registered: a registration that serves takes precedence over one that runs it once."""
        return self.found.get(function)

    @cached_property
    def found(self) -> dict[Function, Registered]:
        found: dict[Function, Registered] = {}
        first: dict[Function, ir.Expression] = {}
        for at, scope in calls_and_assignments(self.module):
            given = self._given(at, scope) if isinstance(at, ir.Call) else self._assigned(at, scope)
            for node, methods, registered in given:
                for function, is_of_one in self.functions(node, scope, methods):
                    if registered.served is None:
                        found.setdefault(function, registered)
                    elif function not in first or _is_within(node, first[function]):
                        first[function] = node
                        found[function] = registered._replace(
                            is_of_one_object=is_of_one, by=_inside(scope), line=node.line, column=node.column
                        )
        return found

    def abroad(self) -> Iterator[tuple[Function, Registered]]:
        """The functions of other modules that this one registers with libraries."""
        return ((each, given) for each, given in self.found.items() if each.scope.outermost is not self.module.scope)

    def _given(self, call: ir.Call, scope: Scope) -> Iterator[tuple[ir.Expression, tuple[str, ...], Registered]]:
        """The arguments of a call that the library will call, with the methods meant if one is an object."""
        for keyword in call.keywords:
            if self._keywords.may_be(keyword.arg) and self.facts.row(OnceKeyword, keyword.arg):
                yield keyword.value, (), Registered(f"{keyword.arg}=", None)
        func = call.func.func if isinstance(call.func, ir.Call) else call.func
        if not may_be_known(func, scope, self.sharing, self._endings):
            return
        names = list(self.names(call.func, scope))
        is_ours = self._is_own_method(func, scope)
        row = next((row for each in names if not (is_ours and each[0] == ".") and (row := self._row(each))), None)
        once = next((each for each in names if self.facts.row(RunsOnce, each)), None)
        decorates = self._decorates(call, names, scope)
        if once is not None:
            given = (*call.args, *(each.value for each in call.keywords))
            yield from ((each, (), Registered(once, None)) for each in given)
        elif row is not None:
            yield from ((each, row.methods, Registered(row.name, _served(row, call))) for each in _handed(row, call))
        elif decorates is not None:
            given = (*call.args, *(each.value for each in call.keywords if isinstance(call.func, ir.Call)))
            yield from ((each, (), Registered(decorates.name, decorates.served)) for each in given)

    def _is_own_method(self, func: ir.Expression, scope: Scope) -> bool:
        """Whether a callee is a method of a class of the project that inherits from no library's: `jobs.add_task`. One
        that calls a method of the same name hands on to a library."""
        shapes = self.shapes(func.value, scope) if isinstance(func, ir.Attribute) else ()
        owners = [each.of for each in shapes if isinstance(each, Instance) and not any(each.of.foreign_bases())]
        name = getattr(func, "attr", "")
        methods = (each.method(name) for each in owners)
        return any(each is not None and name not in each.footprint.attributes for each in methods)

    def _row(self, name: str) -> Registers | None:
        """The row for a callee; for an object of unknown class, the row for any method of this name. Only a name of
        several words is telling enough: `.add_api_route`, but not `.get`."""
        row = self.facts.row(Registers, name)
        last = name.removeprefix(".")
        is_telling = name.startswith(".") and "." not in last and "_" in last
        return row or (self.facts.row_by_last_name(Registers, last) if is_telling else None)

    def _assigned(self, node: ir.Assign, scope: Scope) -> Iterator[tuple[ir.Expression, tuple[str, ...], Registered]]:
        """The functions that are assigned to an attribute of a library's object, or of a class of settings, and that a
        library calls."""
        for target in node.targets:
            if isinstance(scope.owner, Class) and self.facts.row(OnceKeyword, getattr(target, "id", None)):
                yield node.value, (), Registered(spelled(target), None)
            may_be = isinstance(target, ir.Attribute) and self._assignable.may_be(target.attr)
            for name in self.names(target, scope) if may_be else ():
                row = self.facts.row(Registers, name)
                if row is not None and row.position is None and not row.keywords:
                    yield node.value, row.methods, Registered(row.name, row.served)

    def _decorates(self, call: ir.Call, names: list[str], scope: Scope) -> Handler | None:
        """A decorator that is applied by a call: `mcp.tool(search)`, `app.event("message")(answer)`."""
        if isinstance(call.func, ir.Call):
            names = list(self.names(call.func.func, scope))
        return self.facts.first(Handler, names)

    def names(self, node: ir.Expression, scope: Scope) -> Iterator[str]:
        """The names under which facts may know a callee: its own, then `.router.add_get`, `.add_get`."""
        steps: list[str] = []
        at = node
        while isinstance(at, ir.Attribute):
            owner = self._class_of(at, scope) if steps else None
            if owner is not None:
                yield ".".join([owner, *reversed(steps)])
            steps.append(at.attr)
            at = at.value
        cls = self._class_of(at, scope)
        known = ".".join([cls, *reversed(steps)]) if cls and steps else self.sharing.qualified(node, scope)
        if known is not None:
            yield known
        library = known.partition(".")[0] if known else None
        if known is None or library not in self.module.libraries or self.sharing.owns(known):
            yield from ("." + ".".join(reversed(steps[:count])) for count in range(len(steps), 0, -1))

    def _class_of(self, node: ir.Expression, scope: Scope) -> str | None:
        """The library's class of an expression: of a call, a variable, an annotated parameter, `self.app`."""
        made = first(each for each in self.shapes(node, scope) if isinstance(each, Made))
        return made.type if made else None

    def shapes(self, node: ir.Expression, scope: Scope) -> frozenset[Shape]:
        """The possible shapes of an expression, as far as bindings tell."""
        match node:
            case ir.Name(id=name):
                home = holder(name, scope)
                if home is None:
                    return frozenset()
                owner = home.owner
                if isinstance(owner, Function) and name in owner.parameters:
                    return self.sharing.parameter(owner, name)
                return self.sharing.variable(name, home)
            case ir.Attribute(value=ir.Name() as base, attr=name):
                owners = [each.of for each in self.shapes(base, scope) if isinstance(each, Instance)]
                return frozenset().union(*(self.sharing.attribute(each, name) for each in owners))
        shape = self.sharing.expression(node, scope) if isinstance(node, ir.Call) else None
        return frozenset({shape}) if shape else frozenset()

    def functions(
        self, node: ir.Expression, scope: Scope, methods: tuple[str, ...] = (), depth: int = 0
    ) -> Iterator[Handed]:
        """The functions of the project that an expression hands over; of an object and a class, those `methods`."""
        if depth > DEEPEST:
            return
        match node:
            case ir.Lambda(function=function):
                yield Handed(function)
            case ir.Name(id=name):
                yield from self._named(name, scope, methods, depth)
            case ir.Attribute(value=base, attr=name):
                yield from self._method(base, name, scope)
            case ir.Call(func=func, args=args):
                made = [each.of for each in self.shapes(node, scope) if isinstance(each, Instance)]
                yield from (Handed(each, True) for cls in made for each in _methods(cls, methods))
                maker = self._maker(func, scope)
                if maker is not None and maker.scope.outermost is self.module.scope:
                    for each in results(maker):
                        yield from self.functions(each, maker.scope, methods, depth + 1)
                around = [] if made or maker else [func.value if isinstance(func, ir.Attribute) else func]
                for part in (*around, *args):
                    yield from self.functions(part, scope, methods, depth + 1)
            case ir.List(elts=parts) | ir.Tuple(elts=parts) | ir.Set(elts=parts) | ir.Dict(values=parts):
                for part in parts:
                    yield from self.functions(part, scope, methods, depth + 1)
            case ir.IfExp(body=one, orelse=other):
                yield from self.functions(one, scope, methods, depth + 1)
                yield from self.functions(other, scope, methods, depth + 1)

    def _maker(self, func: ir.Expression, scope: Scope) -> Function | None:
        """The plain function of the project that a name means, if its call makes what is handed over."""
        known = self.sharing.function_called(dotted(func, scope)) if isinstance(func, ir.Name) else None
        return known if known is not None and not known.is_coroutine and results(known) else None

    def _named(self, name: str, scope: Scope, methods: tuple[str, ...], depth: int) -> Iterator[Handed]:
        """The functions that a variable passes: a function, a class, or those of its only binding."""
        home = holder(name, scope)
        if home is None:
            starred = self.sharing.modules.starred(name, self.module)
            if starred is not None and starred[1] in starred[0].scope.functions:
                yield Handed(starred[0].scope.functions[starred[1]])
            return
        bindings = home.bindings.get(name, [])
        if name in home.functions:
            yield Handed(home.functions[name])
        elif name in home.classes:
            yield from map(Handed, _methods(home.classes[name], methods))
        elif name in home.imports and (away := self.sharing.function_called(home.imports[name])) is not None:
            yield Handed(away)
        elif len(bindings) == 1:
            for each in [bindings[0]] if bindings[0] is not None else looped_over(name, home):
                yield from self.functions(each, home, methods, depth + 1)

    def _method(self, base: ir.Expression, name: str, scope: Scope) -> Iterator[Handed]:
        """A method: `self.chat`, `service.chat`, `Service.chat`; or another module's function: `handlers.chat`."""
        whole = dotted(ir.Attribute(base, name), scope)
        away = self.sharing.function_called(whole) if isinstance(base, ir.Name) else None
        if away is not None and away.scope.outermost is not self.module.scope:
            yield Handed(away)
        owners = [(each.of, True) for each in self.shapes(base, scope) if isinstance(each, Instance)]
        if isinstance(base, ir.Name) and (home := holder(base.id, scope)) and base.id in home.classes:
            owners.append((home.classes[base.id], False))
        for owner, is_bound in owners:
            method = owner.method(name)
            if method is not None:
                yield Handed(method, is_bound)


@memoised
def registrations_of(sharing: Sharing) -> Registrations:
    """The registrations of the module that `sharing` looks at, computed once."""
    return Registrations(sharing)


def _inside(scope: Scope) -> Function | None:
    """The function whose body a scope belongs to; None for the module's own statements."""
    at: Scope | None = scope
    while at is not None and not isinstance(at.owner, Function):
        at = at.parent
    return at.owner if at is not None and isinstance(at.owner, Function) else None


def _methods(cls: Class, patterns: tuple[str, ...]) -> Iterator[Function]:
    """The methods of a class whose names match."""
    for each in cls.lineage():
        for name, method in each.scope.functions.items():
            if any(fnmatchcase(name, pattern) for pattern in patterns):
                yield method


def _is_within(inner: ir.Expression, outer: ir.Expression) -> bool:
    """Whether an expression is part of another: an argument of a wrapper belongs to the wrapper."""
    return any(each is inner for each in walk(outer))


def _served(row: Registers, call: ir.Call) -> Served:
    """How a registered function is served: concurrently, if an argument says so."""
    overlaps = bool(row.overlaps) and row.overlaps in spelled_keywords(call)
    return Served(Serve.TASKS, row.served.plain) if overlaps else row.served


def _handed(row: Registers, call: ir.Call) -> Iterator[ir.Expression]:
    """The arguments of a call in which its row expects functions."""
    yield from (call.args[each] for each in row.positions if each < len(call.args))
    yield from (each.value for each in call.keywords if each.arg in row.keywords)
