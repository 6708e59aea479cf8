"""Objects that a module provides for all handlers under a name: created in a lifespan, returned by kept dependencies,
or put into application storage.

`yield {"client": client}` in the function that an application is given as its lifespan; `dependencies={"client":
Provide(make_client, use_cache=True)}`; `app.state.client = Client()`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from flake8_session_isolation.facts import Application, Facts, Fills, Hands, Provides, Yielded
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import calls_and_assignments, given_by_keyword, nodes_in
from flake8_session_isolation.frontend.scopes import Function, Module, Scope, last_name
from flake8_session_isolation.frontend.spelling import spelled
from flake8_session_isolation.linking.shapes import Constant, Made, Shape
from flake8_session_isolation.linking.symbols import dotted


class Provisions:
    """The objects that one module provides to parameters by name."""

    def __init__(self, module: Module, facts: Facts, shapes: Callable[[ir.Expression, Scope], Iterable[Shape]]) -> None:
        """For the functions of `module`; `shapes` gives the possible shapes of an expression in a scope."""
        self._module = module
        self._facts = facts
        self._shapes = shapes

    @cached_property
    def names(self) -> frozenset[str]:
        """All names under which something is provided."""
        handed = (each for row in self._facts.every(Hands) for each in row.parameters)
        filled = (row.name for row in self._facts.every(Fills))
        return frozenset({*self.made, *self.kept, *self.asked, *self.items, *handed, *filled})

    @cached_property
    def kept(self) -> dict[str, str]:
        """The providers that are called once for all, by the parameters that they fill; a name with several is left
        out."""
        anew = {name for name, _, is_kept in self._provided if not is_kept}
        return {name: provider for name, provider, _ in self._provided if provider is not None and name not in anew}

    @cached_property
    def asked(self) -> dict[str, str]:
        """The providers that are called for each request, by the parameters that they fill; a name with several is left
        out."""
        found: dict[str, set[str | None]] = {}
        for name, provider, is_kept in self._provided:
            found.setdefault(name, set()).add(None if is_kept else provider)
        only = ((name, next(iter(providers))) for name, providers in found.items() if len(providers) == 1)
        return {name: provider for name, provider in only if provider is not None}

    @cached_property
    def _provided(self) -> tuple[tuple[str, str | None, bool], ...]:
        """The providers in dictionaries, with their functions, and whether they are called only once."""
        return tuple(self._entries()) if self._facts.knows(Provides) else ()

    def _entries(self) -> Iterator[tuple[str, str | None, bool]]:
        entries = (node for node in nodes_in(self._module.scope) if isinstance(node, ir.Dict))
        for key, value in (pair for each in entries for pair in zip(each.keys, each.values)):
            row = self._row(value)
            if row is not None and isinstance(value, ir.Call) and isinstance(key, ir.Constant):
                is_kept = any(each.arg == row.kept_by and _is_true(each.value) for each in value.keywords)
                function = value.args[row.position] if row.position < len(value.args) else None
                name = dotted(function, self._module.scope) if function is not None else None
                yield str(key.value), name, is_kept

    def _row(self, node: ir.Expression) -> Provides | None:
        called = dotted(node.func, self._module.scope) if isinstance(node, ir.Call) else None
        return self._facts.row(Provides, called)

    @cached_property
    def made(self) -> dict[str, frozenset[Shape]]:
        """The possible shapes of each yielded object, by its name."""
        functions = {
            name for row in self._facts.every(Yielded) for name in given_by_keyword(self._module).get(row.keyword, ())
        }
        return {
            name: frozenset(self._shapes(value, each.scope))
            for each in self._module.functions
            if each.yields and each.local_name in functions
            for name, value in _yielded(each)
        }

    @cached_property
    def items(self) -> dict[str, tuple[str, str]]:
        """Variables of the module that it stores in another one under a name: that name, then both variables."""
        found = {}
        for node in self._module.body if any(row.items_of for row in self._facts.every(Hands)) else ():
            match node:
                case ir.Assign(
                    targets=[ir.Subscript(value=ir.Name(id=holder), slice=ir.Constant(value=str(name)))],
                    value=ir.Name(id=held),
                ):
                    found[name] = (holder, held)
        return found

    @cached_property
    def filled(self) -> dict[str, frozenset[Shape]]:
        """The possible shapes of objects that a function stores in a parameter for all, by the spelling of their
        keys."""
        rows = self._facts.every(Fills)
        functions = {name for row in rows for name in given_by_keyword(self._module).get(row.keyword, ())}
        return {
            spelled(key): frozenset(self._shapes(value, each.scope))
            for each in self._module.functions
            if each.local_name in functions
            for key, value in _put_into({row.name for row in rows}, each)
        }

    @cached_property
    def stored(self) -> dict[str, frozenset[Shape]]:
        """The possible shapes of each place in the application's storage, by its step: `.client`, `['client']`."""
        found: dict[str, frozenset[Shape]] = {}
        for step, value, scope in self._put() if self._facts.storage else ():
            solid = (each for each in self._shapes(value, scope) if not isinstance(each, Constant))
            found[step] = found.get(step, frozenset()).union(solid)
        return found

    def _put(self) -> Iterator[tuple[str, ir.Expression, Scope]]:
        """The assignments to attributes and items of an application's storage, as steps with values and scopes."""
        for node, scope in calls_and_assignments(self._module):
            if not isinstance(node, ir.Assign):
                continue
            for target in node.targets:
                if isinstance(target, (ir.Attribute, ir.Subscript)) and self._is_storage(target.value, scope):
                    yield _step(target), node.value, scope

    def _is_storage(self, node: ir.Expression, scope: Scope) -> bool:
        """Whether an expression is the application or its storage, by its name or its class."""
        types = (each.type for each in self._shapes(node, scope) if isinstance(each, Made))
        return last_name(node) in self._facts.storage or any(self._facts.row(Application, each) for each in types)


def _step(node: ir.Attribute | ir.Subscript) -> str:
    """The step that an attribute or an item is from its object: `.client`, `['client']`."""
    return f".{node.attr}" if isinstance(node, ir.Attribute) else f"[{spelled(node.slice)}]"


def _put_into(parameters: set[str], function: Function) -> Iterator[tuple[ir.Expression, ir.Expression]]:
    """The keys and values that a function stores in one of these parameters."""
    for node in nodes_in(function.scope):
        match node:
            case ir.Assign(targets=[ir.Subscript(value=ir.Name(id=name), slice=key)], value=value):
                if name in parameters:
                    yield key, value


def _is_true(node: ir.Expression) -> bool:
    return isinstance(node, ir.Constant) and node.value is True


def _yielded(function: Function) -> Iterator[tuple[str, ir.Expression]]:
    """The entries of the dictionaries that a function yields, under their literal keys."""
    for node in nodes_in(function.scope):
        match node:
            case ir.Yield(value=ir.Dict(keys=keys, values=values)):
                named = ((key.value, value) for key, value in zip(keys, values) if isinstance(key, ir.Constant))
                yield from ((name, value) for name, value in named if isinstance(name, str))
