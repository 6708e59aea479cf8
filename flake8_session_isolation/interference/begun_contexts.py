"""Functions that begin with a new object in a context variable: what is changed in it later belongs to one request.

Told by the text of the variable's module, of the linted one and of those that import the variable: it is a server, a
decorator or a context manager that has such a function called first, where no call shows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import body_of, bound_once, calls_of, nodes_below
from flake8_session_isolation.frontend.scopes import Function, Module, last_name
from flake8_session_isolation.frontend.walking import leaves
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Root, Site
from flake8_session_isolation.linking.shapes import is_solid
from flake8_session_isolation.slicing.entry_points import contexts_of
from flake8_session_isolation.slicing.execution_context import Context


class Beginning(NamedTuple):
    """Where a function sets a context variable to a new object whatever it held. If it leaves, the function ends there:
    what stands below happens in other calls of it."""

    site: Site
    leaves: bool


def beginnings(root: Root, sharing: Sharing) -> tuple[Beginning, ...]:
    """The functions by which contexts begin with a new object. What runs once sets one object for all."""
    name = root.name.rpartition(".")[2]
    concerned = [(view, _mentioning(name, view.module)) for view in _views(root, sharing)]
    readers: set[str | None] = {one.local_name for _, functions in concerned for one in functions if _asks(one, name)}
    found = []
    for view, functions in concerned:
        for each in functions:
            begin = _beginning(each, name, readers, view)
            if begin is not None and not _runs_once(each, view):
                found.append(Beginning(Site(begin.line, begin.column, each.name), _leaves(begin, each)))
    return tuple(found)


def _views(root: Root, sharing: Sharing) -> Iterator[Sharing]:
    """The views of the modules whose functions may set a variable."""
    owner, modules = root.name.rpartition(".")[0], sharing.modules
    cls = modules.class_called(owner)
    home = cls.module if cls is not None else modules.by_name(owner)
    around = (home, *sharing.program.importers.of(home)) if home is not None else ()
    yield from (sharing.program.view(each) for each in dict.fromkeys((sharing.module, *around)))


def _mentioning(name: str, module: Module) -> tuple[Function, ...]:
    return tuple(each for each in module.functions if name in each.mentions)


def _beginning(function: Function, name: str, readers: set[str | None], view: Sharing) -> ir.Call | None:
    """The call by which a function sets the variable to an object that it makes, before it asks what it holds."""
    for each, _, _ in calls_of(function.scope):
        if _is_call(each, "set", name):
            inner = (one for one in nodes_below(*each.args) if isinstance(one, ir.Call))
            is_made = any(_makes(one, function, view) for one in each.args[:1])
            return each if is_made and not any(_asks_for(one, name, readers) for one in inner) else None
        if _asks_for(each, name, readers):
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


def _asks(function: Function, name: str) -> bool:
    return any(_is_call(each.node, "get", name) for each in calls_of(function.scope))


def _asks_for(call: ir.Call, name: str, readers: set[str | None]) -> bool:
    return _is_call(call, "get", name) or last_name(call) in readers


def _is_call(call: ir.Call, method: str, name: str) -> bool:
    return isinstance(call.func, ir.Attribute) and call.func.attr == method and last_name(call.func.value) == name


def _runs_once(function: Function, view: Sharing) -> bool:
    return contexts_of(view).of(function).contexts <= {Context.ONCE, Context.TEST}
