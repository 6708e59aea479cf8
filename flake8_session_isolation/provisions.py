"""What a module provides for all handlers under a name: the objects that a lifespan makes, kept dependencies, and what
its functions put into the application's storage.

`yield {"client": client}` in the function that an application is given as its lifespan; `dependencies={"client":
Provide(make_client, use_cache=True)}`; `app.state.client = Client()`.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from flake8_session_isolation.bodies import calls_and_assignments, given_by_keyword
from flake8_session_isolation.facts import Application, Facts, Fills, Hands, Provides, Yielded
from flake8_session_isolation.program import Function, Module, Scope, dotted, last_name
from flake8_session_isolation.values import Constant, Made, Shape


class Provisions:
    """What one module provides by name."""

    def __init__(self, module: Module, facts: Facts, shapes: Callable[[ast.expr, Scope], Iterable[Shape]]) -> None:
        """For the functions of `module`; `shapes` tells what an expression may be in a scope."""
        self._module = module
        self._facts = facts
        self._shapes = shapes

    @cached_property
    def names(self) -> frozenset[str]:
        """All names under which something is provided."""
        handed = (each for row in self._facts.every(Hands) for each in row.parameters)
        filled = (row.name for row in self._facts.every(Fills))
        return frozenset({*self.made, *self.kept, *self.items, *handed, *filled})

    @cached_property
    def kept(self) -> dict[str, str]:
        """The functions that are asked once for all, as the module calls them, by the parameters they provide; a name
        that another one provides anew is left out."""
        found = list(self._provided()) if self._facts.knows(Provides) else []
        anew = {name for name, provider in found if provider is None}
        return {name: provider for name, provider in found if provider is not None and name not in anew}

    def _provided(self) -> Iterator[tuple[str, str | None]]:
        """Each entry of a dictionary that is a provider, with its function if that is asked only once."""
        entries = (node for node in ast.walk(self._module.tree) if isinstance(node, ast.Dict))
        for key, value in (pair for each in entries for pair in zip(each.keys, each.values)):
            row = self._row(value)
            if row is not None and isinstance(value, ast.Call) and isinstance(key, ast.Constant):
                is_kept = any(each.arg == row.kept_by and _is_true(each.value) for each in value.keywords)
                function = value.args[row.position] if row.position < len(value.args) else None
                name = dotted(function, self._module.scope) if function is not None and is_kept else None
                yield str(key.value), name

    def _row(self, node: ast.expr) -> Provides | None:
        called = dotted(node.func, self._module.scope) if isinstance(node, ast.Call) else None
        return self._facts.tell(Provides, called)

    @cached_property
    def made(self) -> dict[str, frozenset[Shape]]:
        """What each yielded object may be, by its name."""
        functions = {
            name for row in self._facts.every(Yielded) for name in given_by_keyword(self._module).get(row.keyword, ())
        }
        return {
            name: frozenset(self._shapes(value, each.scope))
            for each in self._module.functions
            if each.yields and each.name in functions
            for name, value in _yielded(each)
        }

    @cached_property
    def items(self) -> dict[str, tuple[str, str]]:
        """The module's variables that it stores in another one under a name: that name, then both variables."""
        found = {}
        for node in self._module.tree.body if any(row.items_of for row in self._facts.every(Hands)) else ():
            match node:
                case ast.Assign(
                    targets=[ast.Subscript(value=ast.Name(id=holder), slice=ast.Constant(value=str(name)))],
                    value=ast.Name(id=held),
                ):
                    found[name] = (holder, held)
        return found

    @cached_property
    def filled(self) -> dict[str, frozenset[Shape]]:
        """What the objects may be that one function puts into a parameter for all, by the spelling of their keys."""
        rows = self._facts.every(Fills)
        functions = {name for row in rows for name in given_by_keyword(self._module).get(row.keyword, ())}
        return {
            ast.unparse(key): frozenset(self._shapes(value, each.scope))
            for each in self._module.functions
            if each.name in functions
            for key, value in _put_into({row.name for row in rows}, each)
        }

    @cached_property
    def stored(self) -> dict[str, frozenset[Shape]]:
        """What each place in the application's storage may be, by the step to it: `.client`, `['client']`."""
        found: dict[str, frozenset[Shape]] = {}
        for step, value, scope in self._put() if self._facts.storage else ():
            solid = (each for each in self._shapes(value, scope) if not isinstance(each, Constant))
            found[step] = found.get(step, frozenset()).union(solid)
        return found

    def _put(self) -> Iterator[tuple[str, ast.expr, Scope]]:
        """The assignments to attributes and items of storage, as steps with what is assigned, and where."""
        for node, scope in calls_and_assignments(self._module):
            match node:
                case ast.Assign(targets=[ast.Attribute(value=base, attr=name)], value=value):
                    step = f".{name}"
                case ast.Assign(targets=[ast.Subscript(value=base, slice=key)], value=value):
                    step = f"[{ast.unparse(key)}]"
                case _:
                    continue
            if self._is_storage(base, scope):
                yield step, value, scope

    def _is_storage(self, node: ast.expr, scope: Scope) -> bool:
        """Whether an expression is the application or its storage, by its name or its class."""
        types = (each.type for each in self._shapes(node, scope) if isinstance(each, Made))
        return last_name(node) in self._facts.storage or any(self._facts.tell(Application, each) for each in types)


def _put_into(parameters: set[str], function: Function) -> Iterator[tuple[ast.expr, ast.expr]]:
    """The keys and values of what a function stores into one of these parameters."""
    for node in ast.walk(function.node):
        match node:
            case ast.Assign(targets=[ast.Subscript(value=ast.Name(id=name), slice=key)], value=value):
                if name in parameters:
                    yield key, value


def _is_true(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is True


def _yielded(function: Function) -> Iterator[tuple[str, ast.expr]]:
    """The entries of the dictionaries that a function yields, under their literal keys."""
    for node in ast.walk(function.node):
        match node:
            case ast.Yield(value=ast.Dict(keys=keys, values=values)):
                named = ((key.value, value) for key, value in zip(keys, values) if isinstance(key, ast.Constant))
                yield from ((name, value) for name, value in named if isinstance(name, str))
