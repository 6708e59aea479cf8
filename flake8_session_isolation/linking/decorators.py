"""Which row of facts a decorator matches: by its name, by the class of its object, or by its last name.

`@app.get` is known where `app` is created or annotated, also as `self.app`, and where its class is one of the
project that inherits from the library's.  An object of another module of the project, or one that the enclosing
function gets, is of a library in use if that has a decorator of this name.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.facts import Facts, Handler
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.scopes import Function, Scope, holder
from flake8_session_isolation.linking.registrations import Registrations
from flake8_session_isolation.linking.shapes import Instance, Made, Shape


class Decorators:
    """The decorators of one module that facts know."""

    def __init__(self, registrations: Registrations) -> None:
        """With the names that `registrations` knows."""
        self._registrations = registrations
        self._sharing = registrations.sharing
        self._facts: Facts = registrations.facts

    def handler(self, decorator: ir.Expression, scope: Scope) -> Handler | None:
        """The row about a decorator, called or not, in `scope`."""
        row = self._facts.row(Handler, self._sharing.qualified(decorator, scope))
        node = decorator.func if isinstance(decorator, ir.Call) else decorator
        if row is not None or not isinstance(node, ir.Attribute):
            return row
        row = self._facts.first(Handler, (*self._registrations.names(node, scope), *self._inherited(node, scope)))
        if row is not None or not self._may_be_a_librarys(node, scope):
            return row
        return self._facts.row_by_last_name(Handler, node.attr)

    def _inherited(self, node: ir.Attribute, scope: Scope) -> Iterator[str]:
        """The names of a method under the library bases of its object's class."""
        for shape in self._registrations.shapes(node.value, scope):
            if isinstance(shape, Instance):
                yield from (f"{base}.{node.attr}" for base in sorted(filter(None, shape.of.foreign_bases())))

    def _may_be_a_librarys(self, node: ir.Attribute, scope: Scope) -> bool:
        """Whether the class of the decorator's object is unknown, so that it may be a library's."""
        if any(_tells_of_another(each, node.attr) for each in self._registrations.shapes(node.value, scope)):
            return False
        first: ir.Expression = node
        while isinstance(first, ir.Attribute):
            first = first.value
        home = holder(first.id, scope) if isinstance(first, ir.Name) else None
        if home is None or not isinstance(first, ir.Name):
            return False
        if first.id in home.imports:
            return self._sharing.owns(home.imports[first.id])
        if isinstance(home.owner, Function):
            return first.id in home.owner.parameters and first.id not in home.annotations
        module = self._sharing.module
        whole = self._sharing.qualified(node, scope) or ""
        made_by = whole.removeprefix(module.prefix).partition(".")[0]
        return made_by in home.bindings or module.prefix + made_by in module.classes


def _tells_of_another(shape: Shape, name: str) -> bool:
    """Whether the class of an object is known, and no row describes its attribute `name` as a decorator."""
    if isinstance(shape, Instance):
        return shape.of.method(name) is not None or not shape.of.foreign_bases()
    return isinstance(shape, Made)
