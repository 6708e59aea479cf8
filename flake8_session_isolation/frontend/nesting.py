"""Functions in functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function, Module, functions_around


@memoised
def functions_within(module: Module) -> Mapping[Function, Sequence[Function]]:
    """By function of a module those that are defined in it, at any depth, in source order."""
    found: dict[Function, list[Function]] = {}
    for each in module.functions:
        for outer in functions_around(each.scope):
            found.setdefault(outer, []).append(each)
    return found
