"""Functions given to a library without facts, which calls them back for requests or messages; recognised by their form.

A function that takes an event, a message, a request or their like is given to an object of the library, by a decorator,
a call or an assignment; or it is a method that overrides one of the library's class.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache, cached_property
from typing import NamedTuple

from flake8_session_isolation.facts import OneUser, describes
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import calls_and_assignments
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.quick_look import OCCASIONS
from flake8_session_isolation.frontend.scopes import Class, Function, Scope, holder, home, last_name
from flake8_session_isolation.frontend.spelling import spelled
from flake8_session_isolation.frontend.walking import first_variable
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
"""Words in the names of methods, classes and keywords by which a function is given to be called back."""
_PARTS_OF_NAMES = re.compile(r"_|(?<=[a-z])(?=[A-Z])")


class Callback(NamedTuple):
    """How a function is given to a library: it `overrides` one of a base, or is given to the object of the variable
    `owner`; `line` and `column` (in bytes) are the position of the call or assignment."""

    name: str
    owner: str | None = None
    overrides: bool = False
    line: int = 0
    column: int = 0


class Callbacks:
    """The functions of one module that libraries call back."""

    def __init__(self, sharing: Sharing) -> None:
        """Of the module that `sharing` looks at."""
        self.sharing = sharing
        self.module = sharing.module
        self.facts = sharing.facts

    @cached_property
    def found(self) -> dict[Function, Callback]:
        """For each function how it is given."""
        eligible = [each for each in self.module.functions if _takes_an_occasion(each)]
        if not eligible or not self._knows_unknown_libraries:
            return {}
        found: dict[Function, Callback] = {}
        for each in eligible:
            callback = self._by_decorator(each) or self._by_base(each)
            if callback is not None:
                found[each] = callback
        for function, callback in self._given.items():
            if home(function.scope) is self.module:
                found.setdefault(function, callback)
        return found

    @cached_property
    def abroad(self) -> dict[Function, Callback]:
        """By function of another module how this one gives it."""
        if not self._knows_unknown_libraries:
            return {}
        return {each: callback for each, callback in self._given.items() if home(each.scope) is not self.module}

    @cached_property
    def _knows_unknown_libraries(self) -> bool:
        return any(map(self._is_unknown, self.module.libraries))

    def _is_unknown(self, library: str) -> bool:
        """Whether a library is one that facts do not describe, and whose objects may call functions for several
        users."""
        if library in sys.stdlib_module_names or describes(library) or self.facts.row(OneUser, library):
            return False
        return not self.sharing.owns(library)

    def _by_decorator(self, function: Function) -> Callback | None:
        around = function.around
        for each in function.decorators:
            node = each.func if isinstance(each, ir.Call) else each
            if isinstance(node, ir.Attribute) and node.attr.lower() not in _OTHERS:
                if self._is_librarys_object(node.value, around):
                    return Callback(spelled(node), first_variable(node))
        return None

    def _by_base(self, function: Function) -> Callback | None:
        """A method that overrides one of an unknown base class."""
        owner, name = function.owner, function.short_name
        if owner is None or name.startswith("_") or function.decorators or function.is_static:
            return None
        base = next((each for each in sorted(map(str, owner.foreign_bases())) if self._is_open_base(each)), None)
        return Callback(f"{base}.{name}", overrides=True) if base is not None else None

    def _is_open_base(self, base: str) -> bool:
        return self._is_unknown(base.partition(".")[0]) and "." in base

    @cached_property
    def _given(self) -> dict[Function, Callback]:
        """The functions that calls and assignments of the module give to a library."""
        found: dict[Function, Callback] = {}
        for node, scope in calls_and_assignments(self.module):
            target = node.func if isinstance(node, ir.Call) else node.targets[0]
            parts = _handed_over(node, target)
            functions = [each for part in parts for each in self._functions(part, scope)]
            if functions and self._is_librarys(target, scope):
                first = first_variable(target) if isinstance(target, ir.Attribute) else None
                callback = Callback(spelled(target), first, line=parts[0].line, column=parts[0].column)
                found.update({each: callback for each in functions if each not in found})
        return found

    def _functions(self, node: ir.Expression, scope: Scope) -> Iterator[Function]:
        """The functions in an argument that take what happened."""
        named = (each.function for each in registrations_of(self.sharing).functions(node, scope))
        values = function_values(node, scope, self.sharing) if isinstance(node, (ir.Name, ir.Attribute)) else ()
        known = dict.fromkeys((*named, *(each for each in values if isinstance(each, Function))))
        return filter(_takes_an_occasion, known)

    def _is_librarys(self, target: ir.Expression, scope: Scope) -> bool:
        """Whether a call is one of an unknown library's object or class, or an attribute one of such an object."""
        if isinstance(target, ir.Attribute) and self._is_librarys_object(target.value, scope):
            return True
        return _is_class(target) and self._comes_from_unknown(target, scope)

    def _is_librarys_object(self, node: ir.Expression, scope: Scope) -> bool:
        """Whether an expression is an object of an unknown library, or of a class that inherits from one."""
        shapes = registrations_of(self.sharing).shapes(node, scope)
        for shape in shapes:
            if isinstance(shape, Made) and "." in shape.type and self._is_unknown(shape.type.partition(".")[0]):
                return True
            if isinstance(shape, Instance) and self._inherits(shape.of):
                return True
        return not shapes and any(self._is_given_by_unknown(*each) for each in self._sources(node, scope))

    def _sources(self, node: ir.Expression, scope: Scope) -> Iterator[tuple[ir.Expression, Scope]]:
        """What a variable, or an attribute of the receiver, is bound to, with where; anything else is itself."""
        match node:
            case ir.Name(id=name):
                where = holder(name, scope)
                bound = where.bindings.get(name, ()) if where is not None else ()
                yield from ((each, where) for each in bound if each is not None and where is not None)
            case ir.Attribute(value=ir.Name() as base, attr=name):
                shapes = registrations_of(self.sharing).shapes(base, scope)
                for owner in (each.of for each in shapes if isinstance(each, Instance)):
                    bindings = self.sharing.attributes.bindings(owner).get(name, ())
                    yield from ((each.value, each.method.scope) for each in bindings if each.value is not None)
            case ir.Call() | ir.Await():
                yield node, scope

    def _is_given_by_unknown(self, node: ir.Expression, scope: Scope) -> bool:
        """Whether it is the result of a call of an unknown library: `lib.connect()`, `Client.builder().build()`."""
        node = node.value if isinstance(node, ir.Await) else node
        if not isinstance(node, ir.Call):
            return False
        at: ir.Expression = node
        while isinstance(at, (ir.Call, ir.Attribute)):
            at = at.func if isinstance(at, ir.Call) else at.value
        return self._comes_from_unknown(at, scope)

    def _comes_from_unknown(self, node: ir.Expression, scope: Scope) -> bool:
        """Whether a name is imported from an unknown library."""
        first = first_variable(node)
        where = holder(first, scope) if first is not None else None
        whole = where.imports.get(first) if where is not None and first is not None else None
        return whole is not None and self._is_unknown(whole.partition(".")[0])

    def _inherits(self, cls: Class) -> bool:
        return any(self._is_open_base(each) for each in map(str, cls.foreign_bases()))


@memoised
def callbacks_of(sharing: Sharing) -> Callbacks:
    """The callbacks of the module that `sharing` looks at, computed once."""
    return Callbacks(sharing)


def _takes_an_occasion(function: Function) -> bool:
    """Whether a function takes an event: a parameter tells by its name or its class's name."""
    for name in function.parameters:
        if name == function.receiver:
            continue
        annotated = last_name(function.scope.annotations.get(name)) or ""
        if name in OCCASIONS or annotated.lower().endswith(_KINDS):
            return True
    return False


def _handed_over(node: ir.Call | ir.Assign, target: ir.Expression) -> list[ir.Expression]:
    """What a call or an assignment gives by a name that registers: of the method, the class, or the keyword."""
    if isinstance(node, ir.Assign):
        is_registering = isinstance(target, ir.Attribute) and _is_registering(target.attr)
        return [node.value] if is_registering else []
    name = last_name(target)
    if name is None or not (isinstance(target, ir.Attribute) or _is_class(target)):
        return []
    if _is_registering(name):
        return [*node.args, *(each.value for each in node.keywords)]
    is_class = _is_class(target)
    return [each.value for each in node.keywords if is_class and each.arg is not None and _is_registering(each.arg)]


def _is_class(node: ir.Expression) -> bool:
    """Whether a name is spelled like that of a class."""
    return (last_name(node) or "")[:1].isupper()


@cache
def _is_registering(name: str) -> bool:
    return not _REGISTERING.isdisjoint(each.lower() for each in _PARTS_OF_NAMES.split(name))
