"""Objects of unknown classes that functions reset before they feed them: what they hold belongs to one use.

`decoder.reset()`, `decoder.feed(piece)`, `decoder.result()`: a decoder in a module's variable is one for all sessions.
"""

from __future__ import annotations

from flake8_session_isolation.facts import describes
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function, Module, Scope, functions_around
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.shapes import Made

RESETS = frozenset({"reset", "reset_state", "reset_states"})
"""Methods by which an object begins anew."""


def is_reset_by(name: str, function: Function) -> bool:
    """Whether a function, or one around it, resets the object in a variable of this name."""
    return _resets(name, function) or is_reset_around(name, function)


def is_reset_around(name: str, function: Function) -> bool:
    """Whether a function around this one resets the object in a variable of this name."""
    return any(_resets(name, each) for each in functions_around(function.scope))


def _resets(name: str, function: Function) -> bool:
    return not RESETS.isdisjoint(function.footprint.attributes) and any(
        (name, each) in function.footprint.parts for each in RESETS
    )


@memoised
def reset_in(module: Module) -> frozenset[str]:
    """The variables whose objects functions of a module reset, by their names."""
    parts = (each.footprint.parts for each in module.functions if not RESETS.isdisjoint(each.footprint.attributes))
    return frozenset(name for each in parts for name, attribute in each if attribute in RESETS)


def may_hold_a_use(name: str, scope: Scope, view: Sharing) -> bool:
    """Whether a module's variable holds an object of a class of which nothing is known, as far as a call makes it."""
    shapes = view.variable(name, scope)
    return bool(shapes) and all(isinstance(each, Made) and not describes(each.type) for each in shapes)
