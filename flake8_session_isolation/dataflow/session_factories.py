"""Functions that should return one conversation per session but return the same one to all: `lambda session_id:
history`."""

from __future__ import annotations

from flake8_session_isolation.dataflow.access_paths import Path
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import returned
from flake8_session_isolation.frontend.scopes import Function, Module, Scope
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Kind


def asks_for_nobody(place: Path, position: int, sharing: Sharing) -> bool:
    """Whether an object was made with a function, at this position, that returns the same variable of the module to
    every caller."""
    module = sharing.modules.by_name(place.root.owner) if place.root.kind is Kind.MODULE and not place.steps else None
    made = module.scope.bindings.get(place.root.name, []) if module is not None else []
    if module is None or len(made) != 1 or not isinstance(made[0], ir.Call):
        return False
    given = made[0].args[position : position + 1]
    asked = _function(given[0], module) if given else None
    return asked is not None and _gives_one(asked, module.scope)


def _function(node: ir.Expression, module: Module) -> Function | None:
    if isinstance(node, ir.Name):
        return module.scope.functions.get(node.id)
    return node.function if isinstance(node, ir.Lambda) else None


def _gives_one(asked: Function, scope: Scope) -> bool:
    """Whether a function returns only variables of the module that are bound once."""
    given = list(returned(asked))
    names = [each.id for each in given if isinstance(each, ir.Name)]
    own = (not asked.scope.binds(name) and len(scope.bindings.get(name, ())) == 1 for name in names)
    return bool(given) and len(names) == len(given) and all(own)
