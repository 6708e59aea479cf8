"""Routes: by which application, method and path a request reaches a handler.

A decorator marks a route (`@router.post("/chat")`), or a call that is given the handler (`add_get("/chat", f)`,
`Route("/chat", f)`, `path("chat/", f)`).  From there it is followed to the application: over the list or table that
holds it, the router or blueprint that is included, and into the modules that import these.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from flake8_session_isolation.facts import WebApplication
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import calls_and_assignments, returned
from flake8_session_isolation.frontend.scopes import Function, Module, Scope, holder, home
from flake8_session_isolation.frontend.walking import first_variable
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.symbols import dotted
from flake8_session_isolation.replay.generated_test import CannotReplay
from flake8_session_isolation.rules.explanation.route_tables import (
    applications_of,
    is_table,
    path_in_table,
    token_of,
)

METHODS = ("get", "post", "put", "patch", "delete")
FARTHEST = 4
"""Lists, routers and applications between a handler and the application that is called."""


class Route(NamedTuple):
    """How a handler is reached: the application as `module:name`, the method, empty if the route takes any, and the
    path. A request that changes something carries the same `token` in this cookie and this header."""

    application: str
    method: str
    path: str
    token: tuple[str, str] | None = None

    @property
    def reads_settings(self) -> bool:
        """Whether its library works only after the module of the application was imported."""
        return self.token is not None

    @property
    def module(self) -> str:
        """The module of the application."""
        return self.application.partition(":")[0]


class Holder(NamedTuple):
    """An object that holds a route: a variable of a scope, or an expression in it; its paths begin with `prefix`."""

    scope: Scope
    variable: str = ""
    node: ir.Expression | None = None
    prefix: str = ""


def route_of(function: Function, sharing: Sharing) -> Route:
    """The route of a handler; CannotReplay where none leads to it from an application."""
    view = sharing.others(home(function.scope))
    for marked in _marks(function, view):
        for application, prefix in _applications(marked.holder, marked.view, 0):
            return Route(application, marked.method, f"{prefix}{marked.path}" or "/", marked.token)
    raise CannotReplay(f"no route leads from an application to '{function.short_name}'")


class _Marked(NamedTuple):
    """A decorator or call that gives a handler a method and a path, the object that holds this route, and the view of
    its module."""

    method: str
    path: str
    holder: Holder
    view: Sharing
    token: tuple[str, str] | None = None


def _marks(function: Function, view: Sharing) -> Iterator[_Marked]:
    """The decorators and calls that give a handler a path: it, or for a method its class."""
    own, method = _given_as(function)
    for call in function.decorators:
        if isinstance(call, ir.Call) and (marked := _route_of(call)) is not None:
            yield _Marked(*marked, _base(call.func, function.around) or own, view)
    for each in _modules_around(view):
        for call, scope in _calls_given(own, each):
            held = _base(call.func, scope) or Holder(scope, node=call)
            marked = _route_of(call)
            if marked is not None:
                yield _Marked(method or marked[0], marked[1], held, each)
            elif (path := path_in_table(call, scope, each)) is not None:
                yield _Marked(method, path, held, each, token_of(each))


def _given_as(function: Function) -> tuple[Holder, str]:
    """What is given to a library for a handler: its class if it is named as a method of HTTP, which it then serves."""
    owner, name = function.owner, function.short_name
    if owner is None or name not in METHODS:
        return Holder(function.around, name), ""
    return Holder(owner.scope.parent or owner.scope, owner.short_name), name.upper()


def _route_of(call: ir.Call) -> tuple[str, str] | None:
    """The method and path in the arguments of a call; None if there is no path."""
    texts = [each.value for each in call.args if isinstance(each, ir.Constant) and isinstance(each.value, str)]
    path = next((each for each in texts if each.startswith("/")), None)
    if path is None:
        return None
    name = call.func.attr if isinstance(call.func, ir.Attribute) else getattr(call.func, "id", "")
    by_name = name.removeprefix("add_").lower()
    if by_name in METHODS:
        return by_name.upper(), path
    given = next((each for each in texts if each.lower() in METHODS), None)
    return given or _listed(call) or "GET", path


def _listed(call: ir.Call) -> str | None:
    """The first of `methods=["POST"]`."""
    given = next((each.value for each in call.keywords if each.arg == "methods"), None)
    first = given.elts[0] if isinstance(given, ir.Display) and given.elts else None
    return str(first.value).upper() if isinstance(first, ir.Constant) else None


def _base(node: ir.Expression, scope: Scope) -> Holder | None:
    """The variable at the beginning of `app.router.add_get`, unless that is a module."""
    name = first_variable(node) if isinstance(node, ir.Attribute) else None
    found = holder(name, scope) if name is not None else None
    return Holder(found, name) if found is not None and name is not None and name not in found.imports else None


def _modules_around(view: Sharing) -> Iterator[Sharing]:
    """A module and those that import it."""
    yield view
    yield from map(view.others, view.program.importers.of(view.module))


def _applications(at: Holder, view: Sharing, depth: int) -> Iterator[tuple[str, str]]:
    """The applications in which a holder of routes is included, with the prefix of its paths there."""
    if depth > FARTHEST:
        return
    bound = at.scope.bindings.get(at.variable, ())
    made = bound[0] if len(bound) == 1 else None
    if isinstance(made, ir.Call) and _is_application(made, at.scope, view):
        yield from ((name, at.prefix) for name in _names(at.scope, at.variable, view.module))
        return
    if at.scope.owner is None and is_table(at.variable, view):
        yield from ((each.application, each.prefix + at.prefix) for each in applications_of(view))
        return
    own = _constant(made, "prefix") if isinstance(made, ir.Call) else ""
    mounted = _constant(made, "url_prefix") if isinstance(made, ir.Call) else ""
    for each in _modules_around(view) if at.variable else (view,):
        for step, scope in _steps_given(at, each):
            for onward in _held_by(step, scope, each):
                prefix = (onward.prefix or mounted) + own + at.prefix
                yield from _applications(onward._replace(prefix=prefix), each, depth + 1)


def _is_application(call: ir.Call, scope: Scope, view: Sharing) -> bool:
    whole = dotted(call.func, scope)
    return whole is not None and view.facts.row(WebApplication, whole) is not None


def _names(scope: Scope, variable: str, module: Module) -> Iterator[str]:
    """The name of an application for a test: a variable of a module, or a function that creates and returns it."""
    owner = scope.owner
    if owner is None:
        yield f"{module.name}:{variable}"
    elif isinstance(owner, Function) and owner.around.owner is None:
        gives_it = any(isinstance(each, ir.Name) and each.id == variable for each in returned(owner))
        if gives_it and len(owner.defaults) == len(owner.parameters):
            yield f"{module.name}:{owner.short_name}"


def _held_by(step: ir.Call | ir.Assign, scope: Scope, view: Sharing) -> Iterator[Holder]:
    """What holds a route after a statement that uses it: the target of an assignment, the object of a method, or the
    result of the call."""
    if isinstance(step, ir.Assign):
        yield from (Holder(scope, each.id) for each in step.targets if isinstance(each, ir.Name))
        return
    prefix = _constant(step, "prefix") or _constant(step, "url_prefix") or _mounted_at(step)
    base = _base(step.func, scope)
    yield base._replace(prefix=prefix) if base is not None else Holder(scope, node=step, prefix=prefix)


def _constant(call: ir.Call, keyword: str) -> str:
    given = next((each.value for each in call.keywords if each.arg == keyword), None)
    return given.value if isinstance(given, ir.Constant) and isinstance(given.value, str) else ""


def _mounted_at(call: ir.Call) -> str:
    """The path of `mount("/api", application)`."""
    first = call.args[0] if call.args else None
    value = first.value if isinstance(first, ir.Constant) else None
    return value.rstrip("/") if isinstance(value, str) and value.startswith("/") else ""


def _calls_given(at: Holder, view: Sharing) -> Iterator[tuple[ir.Call, Scope]]:
    return ((step, scope) for step, scope in _steps_given(at, view) if isinstance(step, ir.Call))


def _steps_given(at: Holder, view: Sharing) -> Iterator[tuple[ir.Call | ir.Assign, Scope]]:
    """The calls and assignments of a module that are given an object which holds a route."""
    for step, scope in calls_and_assignments(view.module):
        values = [*step.args, *(each.value for each in step.keywords)] if isinstance(step, ir.Call) else [step.value]
        if any(_is(part, scope, at, view) for value in values for part in _elements(value)):
            yield step, scope


def _elements(value: ir.Expression) -> Iterator[ir.Expression]:
    """An expression and the elements of a display; for a view that is made of a class, the class."""
    yield value
    if isinstance(value, ir.Call) and isinstance(value.func, ir.Attribute) and value.func.attr == "as_view":
        yield value.func.value
    if isinstance(value, ir.Display):
        for each in value.elts:
            yield from _elements(each)
    if isinstance(value, ir.Starred):
        yield value.value


def _is(part: ir.Expression, scope: Scope, at: Holder, view: Sharing) -> bool:
    """Whether an expression of a module is the object that holds a route."""
    if at.node is not None:
        return part is at.node
    if isinstance(part, ir.Name) and part.id == at.variable and holder(part.id, scope) is at.scope:
        return True
    if at.scope.parent is not None or not isinstance(part, (ir.Name, ir.Attribute)):
        return False
    whole = dotted(part, scope)
    return whole is not None and view.modules.variable(whole, view.module) == (at.scope.module, at.variable)
