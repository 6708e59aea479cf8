"""Loops of one module over a container of another one, across a pause: sessions of other files may resize it."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import body_of
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function, holder, home
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.slicing.entry_points import contexts_of
from flake8_session_isolation.slicing.execution_context import Context
from flake8_session_isolation.slicing.variable_changes import Variable, origin, variable_changes, variables_of_modules

_VIEWS = frozenset({"items", "keys", "values"})
"""Methods of a dict by which loops go through it."""


@memoised
def walked_abroad(view: Sharing) -> dict[Function, tuple[Variable, ...]]:
    """By coroutine function, served or in the background, the variables of other modules that it walks over and that
    their own modules change."""
    walking = {each: tuple(_walked(each, view)) for each in view.module.functions if each.is_coroutine}
    found = {each: variables for each, variables in walking.items() if variables}
    contexts = contexts_of(view) if found else None
    return {each: found[each] for each in found if contexts is not None and _runs(contexts.of(each).contexts)}


def _runs(contexts: frozenset[Context]) -> bool:
    return any(each.is_served or each is Context.BACKGROUND for each in contexts)


def _walked(function: Function, view: Sharing) -> Iterator[Variable]:
    loops = (each for each in body_of(function.scope).nodes if isinstance(each, ir.For))
    for variable, scope in (found for each in loops for found in _imported(_over(each.iter), function, view)):
        if home(scope) is not view.module and variable_changes(view.seen_from(scope)).has(variable, scope):
            yield variable, scope


def _over(node: ir.Expression) -> ir.Expression:
    """What a loop goes through: `table` for `table.items()`."""
    match node:
        case ir.Call(func=ir.Attribute(value=container, attr=name)) if name in _VIEWS:
            return container
    return node


def _imported(node: ir.Expression, function: Function, view: Sharing) -> Iterator[Variable]:
    """The variable of another module that an imported name means, or an attribute of an imported module."""
    base = node.value if isinstance(node, ir.Attribute) else node
    where = holder(base.id, function.scope) if isinstance(base, ir.Name) else None
    if not isinstance(base, ir.Name) or where is None or base.id not in where.imports:
        return
    if isinstance(node, ir.Attribute):
        yield from variables_of_modules(base.id, node.attr, function, view)
    else:
        yield origin(base.id, where, view)
