"""Functions that set a context variable to a new object: what is changed in it after that belongs to one request.

They are found by the text of the variable's module, of the linted module and of those that import the variable. Often
no call of theirs is in sight: a server, a decorator or a context manager calls them at the start of a request.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from flake8_session_isolation.facts import Around
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import body_of, bound_once, calls_of, nodes_below
from flake8_session_isolation.frontend.scopes import Function, Module, holder, last_name
from flake8_session_isolation.frontend.walking import leaves
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Root, Site
from flake8_session_isolation.linking.shapes import is_solid
from flake8_session_isolation.slicing.entry_points import contexts_of
from flake8_session_isolation.slicing.execution_context import Context


class Beginning(NamedTuple):
    """Where a function sets a context variable to a new object whatever it held. If it leaves, that branch ends the
    function: a call that comes to a line below has not set the variable."""

    site: Site
    leaves: bool


def beginnings(root: Root, sharing: Sharing) -> tuple[Beginning, ...]:
    """The functions by which contexts begin with a new object. What runs once sets one object for all, what a session
    enters by itself sets one for that session alone."""
    owner, _, name = root.name.rpartition(".")
    variable = _Variable(name, sharing.modules.class_called(owner) is not None)
    concerned = [(view, _mentioning(name, view.module)) for view in _views(root, sharing)]
    every = [one for _, functions in concerned for one in functions]
    readers: set[str | None] = {one.local_name for one in every if variable.is_asked_in(one)}
    found = []
    for view, functions in concerned:
        for each in functions:
            begin = _beginning(each, variable, readers, view)
            if begin is not None and _may_begin(each, view):
                found.append(Beginning(Site(begin.line, begin.column, each.name), _leaves(begin, each)))
    return tuple(found)


class _Variable(NamedTuple):
    """A context variable, by its last name; a module binds it, or a class."""

    name: str
    is_of_class: bool

    def is_called(self, call: ir.Call, method: str, function: Function) -> bool:
        """Whether a call in a function calls a method of the variable."""
        func = call.func
        if not isinstance(func, ir.Attribute) or func.attr != method or last_name(func.value) != self.name:
            return False
        value = func.value
        if isinstance(value, ir.Attribute):
            is_own = isinstance(value.value, ir.Name) and value.value.id == function.receiver
            return self.is_of_class or not is_own
        where = holder(self.name, function.scope)
        return where is None or where.owner is None

    def is_asked_in(self, function: Function) -> bool:
        """Whether a function reads it."""
        return any(self.is_called(each.node, "get", function) for each in calls_of(function.scope))


def _views(root: Root, sharing: Sharing) -> Iterator[Sharing]:
    """The views of the modules whose functions may set a variable."""
    owner, modules = root.name.rpartition(".")[0], sharing.modules
    cls = modules.class_called(owner)
    home = cls.module if cls is not None else modules.by_name(owner)
    around = (home, *sharing.program.importers.of(home)) if home is not None else ()
    yield from (sharing.program.view(each) for each in dict.fromkeys((sharing.module, *around)))


def _mentioning(name: str, module: Module) -> tuple[Function, ...]:
    return tuple(each for each in module.functions if name in each.mentions)


def _beginning(function: Function, variable: _Variable, readers: set[str | None], view: Sharing) -> ir.Call | None:
    """The call by which a function sets the variable to an object that it makes, before it asks what it holds."""
    def asks(call: ir.Call) -> bool:
        return variable.is_called(call, "get", function) or last_name(call) in readers

    for each, _, _ in calls_of(function.scope):
        if variable.is_called(each, "set", function):
            inner = (one for one in nodes_below(*each.args) if isinstance(one, ir.Call))
            is_made = any(_makes(one, function, view) for one in each.args[:1])
            return each if is_made and not any(map(asks, inner)) else None
        if asks(each):
            return None
    return None


def _leaves(call: ir.Call, function: Function) -> bool:
    """Whether a call is in a branch that ends the function."""
    branches = (each.body for each in body_of(function.scope).nodes if isinstance(each, ir.Branch))
    return any(call in nodes_below(*body) for body in branches if leaves(body))


def _makes(node: ir.Expression, function: Function, view: Sharing) -> bool:
    """Whether a call or a display makes an object."""
    value = bound_once(node, function.scope)
    shape = view.expression(value, function.scope) if not isinstance(value, (ir.Name, ir.Attribute)) else None
    return shape is not None and is_solid(shape)


def _may_begin(function: Function, view: Sharing) -> bool:
    standing = contexts_of(view).of(function)
    is_around = bool(standing.row) and view.facts.row(Around, standing.row) is not None
    enters = standing.is_entry and standing.is_served and not is_around and not function.is_context_manager
    return not enters and not standing.contexts <= {Context.ONCE, Context.TEST}
