"""Of which class a lock is, and whether the running call made it: what its name alone does not tell."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import NamedTuple

from flake8_session_isolation.attributes import Binding
from flake8_session_isolation.facts import Lock, Stops
from flake8_session_isolation.flow import Here
from flake8_session_isolation.paths import Kind, Path, Step
from flake8_session_isolation.program import Class, Function
from flake8_session_isolation.sharing import Sharing
from flake8_session_isolation.values import Constant, Instance, Made, Shape, Value

UNDERSTOOD = frozenset({"acquire", "release", "locked", "wait", "wait_for", "notify", "notify_all"})
"""Methods that leave a lock with whoever has it."""


class Origin(NamedTuple):
    """The class of a lock whose making is in sight, and how many it lets in."""

    row: Lock
    admits: int = 1

    @property
    def stops(self) -> Stops:
        """Whom it makes wait."""
        return self.row.stops

    @property
    def lets_several_in(self) -> bool:
        """Whether its holders meet each other."""
        return self.row.is_shared or self.admits > 1


def origin_of(value: Value, node: ast.expr, here: Here) -> Origin | None:
    """What lock an expression is, by what made it; None where that is not in sight, or not one thing."""
    shapes = shapes_of(value, here)
    found = {_by_class(each, here) for each in shapes if not isinstance(each, Constant)}
    if not found and isinstance(node, ast.Attribute):
        row = here.frame.facts.tell(Lock, here.frame.sharing.qualified(node, here.frame.function.scope))
        return Origin(row) if row is not None else None
    return found.pop() if len(found) == 1 else None


def shapes_of(value: Value, here: Here) -> frozenset[Shape]:
    """What a value may be; of an attribute, only what all methods of its class agree on."""
    is_attribute = any(place.steps and not place.steps[-1].is_item for place in value.places)
    if is_attribute or not value.shapes:
        return _common([shape_at(place, here) for place in value.places])
    return value.shapes


def is_library_lock(shape: Shape, here: Here) -> bool:
    """Whether a shape is a lock, wherever it was made."""
    return _by_class(shape, here) is not None


def _by_class(shape: Shape, here: Here) -> Origin | None:
    row = here.frame.facts.tell(Lock, shape.type) if isinstance(shape, Made) else None
    return Origin(row, shape.admits) if row is not None and isinstance(shape, Made) else None


def _common(shapes: list[Shape | None]) -> frozenset[Shape]:
    """The shapes of several places; none where one of them is unknown."""
    known = frozenset(each for each in shapes if each is not None)
    return known if len(shapes) and None not in shapes else frozenset()


def shape_at(path: Path, here: Here) -> Shape | None:
    """What is at a place, by what its object's class binds there."""
    shape = next(iter(_root_shapes(path, here)), None)
    for step in path.steps:
        shape = _shape_of_step(shape, step, here.frame.sharing)
    return shape


def _root_shapes(path: Path, here: Here) -> Iterable[Shape]:
    function, sharing = here.frame.function, here.frame.sharing
    match path.root.kind:
        case Kind.PARAMETER if path.root.owner == function.name:
            return sharing.parameter(function, path.root.name)
        case Kind.MODULE:
            module = sharing.modules.by_name(path.root.owner)
            return sharing.variable(path.root.name, module.scope) if module is not None else ()
        case Kind.CLASS:
            cls = sharing.modules.class_called(path.root.owner)
            return sharing.variable(path.root.name, cls.scope) if cls is not None else ()
    return ()


def _shape_of_step(shape: Shape | None, step: Step, sharing: Sharing) -> Shape | None:
    if isinstance(shape, Instance) and not step.is_item:
        return shape_of_attribute(shape.of, step.name, sharing)
    return shape.entry if isinstance(shape, Made) and step.is_item else None


def shape_of_attribute(cls: Class, name: str, sharing: Sharing) -> Shape | None:
    """What all methods of a class bind to an attribute of their object; None where they differ, or may."""
    found = {_bound(each, sharing) for each in sharing.attributes.bindings(cls).get(name, ())}
    solid = {each for each in found if not isinstance(each, Constant)}
    return solid.pop() if len(solid) == 1 else None


def _bound(binding: Binding, sharing: Sharing) -> Shape | None:
    scope = binding.method.scope
    return sharing.seen_from(scope).expression(binding.value, scope) if binding.value is not None else None


def is_own(value: Value, node: ast.expr, here: Here) -> bool:
    """Whether a lock was made by the running call, which gives it to nobody else."""
    if not value.is_new or value.places:
        return False
    return isinstance(node, ast.Call) or (isinstance(node, ast.Name) and not _leaves(node.id, here.frame.function))


def made_at(node: ast.expr, function: Function) -> tuple[int, int]:
    """Where a lock of the running call is made, line and column: in the header that enters it, or in a variable."""
    bound = function.scope.bindings.get(node.id, []) if isinstance(node, ast.Name) else []
    made = bound[0] if len(bound) == 1 and isinstance(bound[0], ast.Call) else node
    return made.lineno, made.col_offset


def _leaves(name: str, function: Function) -> bool:
    """Whether a local variable is used otherwise than to take and to release it."""
    taken: set[ast.expr] = set()
    for node in ast.walk(function.node):
        if isinstance(node, ast.withitem):
            taken.add(node.context_expr)
        elif isinstance(node, ast.Attribute) and node.attr in UNDERSTOOD:
            taken.add(node.value)
    inner = (each for each in ast.walk(function.node) if each is not function.node)
    if any(
        isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)) and _mentions(each, name)
        for each in inner
    ):
        return True
    loads = (each for each in ast.walk(function.node) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load))
    return any(each.id == name and each not in taken for each in loads)


def _mentions(node: ast.AST, name: str) -> bool:
    return any(isinstance(each, ast.Name) and each.id == name for each in ast.walk(node))


def never_waits(shape: Shape) -> bool:
    """Whether entering an object only notes that somebody is in it: nothing is called, awaited or refused.

    One that does nothing at all stands in for a lock where none is needed.
    """
    enter = shape.of.method("__aenter__") if isinstance(shape, Instance) else None
    if enter is None:
        return False
    kinds = {type(node) for each in enter.body for node in ast.walk(each)}
    return bool(kinds & {ast.Assign, ast.AugAssign}) and not kinds & _WAYS_TO_WAIT


_WAYS_TO_WAIT = frozenset({ast.Await, ast.AsyncFor, ast.AsyncWith, ast.With, ast.Call, ast.Raise, ast.While})
