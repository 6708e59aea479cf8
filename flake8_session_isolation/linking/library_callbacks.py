"""Functions given to a library without facts, which calls them back for requests or messages; recognised by their form.

A function that takes an event, a message, a request or their like is given to an object of the library, by a decorator,
a call or an assignment; or it is a method that overrides one of the library's class.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from flake8_session_isolation.facts import OneUser, describes
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import calls_and_assignments
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.quick_look import OCCASIONS
from flake8_session_isolation.frontend.scopes import Class, Function, Scope, last_name
from flake8_session_isolation.frontend.spelling import spelled
from flake8_session_isolation.linking.function_values import function_values
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.registrations import registrations_of
from flake8_session_isolation.linking.shapes import Instance, Made

_KINDS = ("event", "message", "update", "request", "context", "session")
"""How classes are named of what a function is called back with that serves requests."""
_OTHERS = frozenset({
    *("command", "subcommand", "group", "argument", "option", "callback", "task", "job", "fixture", "parametrize"),
    *("validator", "validates", "validate", "setter", "getter", "deleter", "register", "listens_for", "filter"),
    *("hookimpl", "hookspec", "plugin", "step", "given", "when", "then", "deprecated", "test"),
})
"""Last names of decorators that do other things with a function."""
_REGISTERING = frozenset({
    *("on", "add", "set", "register", "subscribe", "listen", "consume", "route"),
    *("handler", "handlers", "callback", "callbacks", "listener", "listeners", "middleware", "hook", "webhook"),
})
"""Words in the names of methods to which a function is given to be called back."""


class Callback(NamedTuple):
    """How a function is given to a library, as it is written; `owner` is the variable of the object that it is given
    to."""

    name: str
    owner: str | None = None


class Callbacks:
    """The functions of one module that libraries call back."""

    def __init__(self, sharing: Sharing) -> None:
        """Of the module that `sharing` looks at."""
        self.sharing = sharing
        self.module = sharing.module
        self.facts = sharing.facts

    @cached_property
    def found(self) -> dict[Function, Callback]:
        """By function how it is given."""
        eligible = [each for each in self.module.functions if _takes_an_occasion(each)]
        if not eligible or not any(map(self._is_unknown, self.module.libraries)):
            return {}
        found: dict[Function, Callback] = {}
        for each in eligible:
            told = self._by_decorator(each) or self._by_base(each)
            if told is not None:
                found[each] = told
        for function, told in self._given_by_calls(set(eligible)):
            found.setdefault(function, told)
        return found

    def _is_unknown(self, library: str) -> bool:
        """Whether it is a library of which facts tell nothing, by whose objects others may come."""
        if library in sys.stdlib_module_names or describes(library) or self.facts.tell(OneUser, library):
            return False
        return not self.sharing.owns(library)

    def _by_decorator(self, function: Function) -> Callback | None:
        around = function.around
        for each in function.decorators:
            node = each.func if isinstance(each, ir.Call) else each
            if isinstance(node, ir.Attribute) and node.attr.lower() not in _OTHERS:
                if self._is_librarys_object(node.value, around):
                    return Callback(spelled(node), _first(node))
        return None

    def _by_base(self, function: Function) -> Callback | None:
        """A method that overrides one of an unknown base, as far as the project shows."""
        owner, name = function.owner, function.short_name
        if owner is None or name.startswith("_") or function.decorators or function.is_static:
            return None
        base = next((each for each in sorted(map(str, owner.foreign_bases())) if self._is_open_base(each)), None)
        return Callback(f"{base}.{name}") if base is not None else None

    def _is_open_base(self, base: str) -> bool:
        return self._is_unknown(base.partition(".")[0]) and "." in base

    def _given_by_calls(self, eligible: set[Function]) -> Iterator[tuple[Function, Callback]]:
        names = {each.short_name for each in eligible}
        for node, scope in calls_and_assignments(self.module):
            target = node.func if isinstance(node, ir.Call) else node.targets[0]
            if not isinstance(target, ir.Attribute) or not _is_registering(target.attr):
                continue
            wanted = [each for each in _given(node) if last_name(each) in names]
            if wanted and self._is_librarys_object(target.value, scope):
                for each in self._functions(wanted, scope):
                    if each in eligible:
                        yield each, Callback(spelled(target), _first(target))

    def _functions(self, nodes: Iterable[ir.Expression], scope: Scope) -> Iterator[Function]:
        for node in nodes:
            yield from (each for each in function_values(node, scope, self.sharing) if isinstance(each, Function))

    def _is_librarys_object(self, node: ir.Expression, scope: Scope) -> bool:
        """Whether an expression is an object of a library of which nothing is known, or one of a class that inherits
        from it."""
        for shape in registrations_of(self.sharing).shapes(node, scope):
            if isinstance(shape, Made) and "." in shape.type and self._is_unknown(shape.type.partition(".")[0]):
                return True
            if isinstance(shape, Instance) and self._inherits(shape.of):
                return True
        return False

    def _inherits(self, cls: Class) -> bool:
        return any(self._is_open_base(each) for each in map(str, cls.foreign_bases()))


@memoised
def callbacks_of(sharing: Sharing) -> Callbacks:
    """The callbacks of the module that `sharing` looks at, told once."""
    return Callbacks(sharing)


def _takes_an_occasion(function: Function) -> bool:
    """Whether it is called back with what happened: a parameter tells by its name, or by its class's."""
    for name in function.parameters:
        if name == function.receiver:
            continue
        told = last_name(function.scope.annotations.get(name)) or ""
        if name in OCCASIONS or told.lower().endswith(_KINDS):
            return True
    return False


def _given(node: ir.Call | ir.Assign) -> list[ir.Expression]:
    """The variables and attributes among what is handed over or assigned."""
    parts = [node.value] if isinstance(node, ir.Assign) else [*node.args, *(each.value for each in node.keywords)]
    return [each for each in parts if isinstance(each, (ir.Name, ir.Attribute))]


def _is_registering(name: str) -> bool:
    return not _REGISTERING.isdisjoint(name.lower().split("_"))


def _first(node: ir.Expression) -> str | None:
    while isinstance(node, ir.Attribute):
        node = node.value
    return node.id if isinstance(node, ir.Name) else None
