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
    return name in _reset_by(function) or is_reset_around(name, function)


def is_reset_around(name: str, function: Function) -> bool:
    """Whether a function around this one resets the object in a variable of this name."""
    return any(name in _reset_by(each) for each in functions_around(function.scope))


@memoised
def reset_in(module: Module) -> frozenset[str]:
    """The variables whose objects functions of a module reset, by their names."""
    return frozenset().union(*map(_reset_by, module.functions))


@memoised
def _reset_by(function: Function) -> frozenset[str]:
    """The variables whose objects a function resets itself, by their names."""
    return frozenset(name for name, attribute in function.footprint.parts if attribute in RESETS)


def may_hold_a_use(name: str, scope: Scope, view: Sharing) -> bool:
    """Whether a module's variable holds an object of a class of which nothing is known, as far as a call makes it."""
    shapes = view.variable(name, scope)
    return bool(shapes) and all(isinstance(each, Made) and not describes(each.type) for each in shapes)
