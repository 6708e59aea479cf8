"""Which variables astroid is asked about.

Of those that nothing shows from names, the ones that an analysed function uses, and that are made by a
call which goes back to a class of the project: never what a library gives.
"""

from __future__ import annotations

from functools import cached_property
from typing import TypeAlias

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import returned
from flake8_session_isolation.frontend.quick_look import MAKERS
from flake8_session_isolation.frontend.scopes import Class, Function, Module, Scope, holder, home
from flake8_session_isolation.frontend.spelling import spelled
from flake8_session_isolation.frontend.walking import alternatives
from flake8_session_isolation.linking.call_results import View
from flake8_session_isolation.linking.symbols import dotted

Seen: TypeAlias = set[tuple[Scope, str]]
"""The variables that were looked at on the way to a class."""
MOST_SEEN = 30
_UNCHANGEABLE = frozenset({"typing.NamedTuple", "builtins.tuple", "builtins.str", "builtins.int", "builtins.frozenset"})
"""Bases of classes whose instances stay as they are made."""


class Questions:
    """Whether astroid has to be asked about a module's variables."""

    def __init__(self, view: View) -> None:
        """For variables of the module of `view`."""
        self.view = view

    def is_worth_it(self, name: str, scope: Scope, asker: Questions) -> bool:
        """Whether to ask astroid for the class of a variable: bindings do not tell it, and functions of this or the
        asking module use it."""
        if isinstance(scope.owner, Function) or name not in self.touched | asker.touched:
            return False
        values = [each for bound in scope.bindings.get(name, ()) for each in alternatives(bound)]
        made = [each for each in values if not isinstance(each, ir.Constant)]
        return bool(made) and all(isinstance(each, ir.Call) and self._leads(each, scope, set()) for each in made)

    @cached_property
    def touched(self) -> frozenset[str]:
        """Names of objects on which functions of the module act."""
        functions = self.view.module.functions
        return frozenset[str]().union(*(each.footprint.stores | each.footprint.uses for each in functions))

    def _leads(self, node: ir.Expression, scope: Scope, seen: Seen) -> bool:
        """Whether an expression leads to a class of the project."""
        match node:
            case ir.Name(id=name) if holder(name, scope) is not None:
                return self._variable(name, scope, seen)
            case ir.Call(func=func, args=given):
                return any(self._leads(each, scope, seen) for each in (func, *given))
            case ir.Attribute() | ir.Name() if (found := self._elsewhere(dotted(node, scope), scope)) is not None:
                return self._variable(found[1], found[0].scope, seen)
            case ir.Lambda(function=made):
                return any(self._leads(each, made.scope, seen) for each in returned(made))
            case ir.Attribute(value=base) | ir.Subscript(value=base) | ir.Await(value=base):
                return self._leads(base, scope, seen)
            case ir.Dict(values=parts) | ir.List(elts=parts) | ir.Tuple(elts=parts) | ir.BoolOp(values=parts):
                return any(self._leads(each, scope, seen) for each in parts)
            case ir.IfExp(body=one, orelse=other):
                return self._leads(one, scope, seen) or self._leads(other, scope, seen)
        return False

    def _variable(self, name: str, scope: Scope, seen: Seen) -> bool:
        where = holder(name, scope)
        if where is None or (where, name) in seen or len(seen) > MOST_SEEN:
            return False
        seen.add((where, name))
        if name in where.imports:
            found = self._elsewhere(where.imports[name], where)
            return found is not None and self._variable(found[1], found[0].scope, seen)
        if name in where.classes:
            return self._can_change(where.classes[name])
        if name in where.functions:
            function = where.functions[name]
            given = {spelled(each): each for each in returned(function) if not isinstance(each, ir.Constant)}
            # One that may give several things gives nothing certain.
            return len(given) == 1 and all(self._leads(each, function.scope, seen) for each in given.values())
        bound = (each for each in where.bindings.get(name, ()) if each is not None)
        return any(self._leads(each, where, seen) for each in bound)

    def _elsewhere(self, name: str | None, scope: Scope) -> tuple[Module, str] | None:
        """The variable of another module that a dotted name means."""
        return self.view.modules.variable(name, home(scope)) if name is not None else None

    def _can_change(self, cls: Class) -> bool:
        """Whether other code may change an instance after construction: a method, unknown code, or a known function
        that sets an attribute."""
        if cls.foreign_bases() & _UNCHANGEABLE:
            return False
        methods = [method for each in cls.lineage() for method in each.own_methods]
        later = [each for each in methods if each.name.rpartition(".")[2] not in MAKERS]
        others = [each for each in self.view.module.functions if each.owner is None]
        if any(each.receiver in each.footprint.stores | each.footprint.uses for each in later):
            return True
        return any(each.footprint.stores for each in others)
