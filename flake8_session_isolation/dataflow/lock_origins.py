"""Where a lock comes from: its class, and whether the current call created it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from flake8_session_isolation.dataflow.access_paths import Path, Step
from flake8_session_isolation.dataflow.state import Here
from flake8_session_isolation.dataflow.values import AnyShape, Value
from flake8_session_isolation.facts import Lock, Stops
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.scopes import Class, Function
from flake8_session_isolation.frontend.sets import first
from flake8_session_isolation.frontend.walking import walk, walk_function
from flake8_session_isolation.linking.attributes import Binding
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.linking.shapes import Constant, Instance, Made, Shape

UNDERSTOOD = frozenset({"acquire", "release", "locked", "wait", "wait_for", "notify", "notify_all"})
"""Methods that leave a lock with the code that has it."""


class Origin(NamedTuple):
    """The class of a lock whose creation is known, and how many it lets in."""

    row: Lock
    admits: int = 1

    @property
    def stops(self) -> Stops:
        """Which code has to wait for it."""
        return self.row.stops

    @property
    def lets_several_in(self) -> bool:
        """Whether several holders are let in at a time."""
        return self.row.is_shared or self.admits > 1


def origin_of(value: Value, node: ir.Expression, here: Here) -> Origin | None:
    """Which lock an expression is, according to its creation; None if that is unknown or ambiguous."""
    shapes = shapes_of(value, here)
    found = {_by_class(each, here) for each in shapes if not isinstance(each, Constant)}
    if not found and isinstance(node, ir.Attribute):
        row = here.frame.facts.row(Lock, here.frame.sharing.qualified(node, here.frame.function.scope))
        return Origin(row) if row is not None else None
    return found.pop() if len(found) == 1 else None


def shapes_of(value: Value, here: Here) -> frozenset[AnyShape]:
    """The possible shapes of a value; of an attribute, only what all methods of its class agree on."""
    is_attribute = any(place.steps and not place.steps[-1].is_item for place in value.places)
    if is_attribute or not value.shapes:
        return _common([shape_at(place, here) for place in value.places])
    return value.shapes


def is_library_lock(shape: AnyShape, here: Here) -> bool:
    """Whether a shape is a lock, wherever it was made."""
    return _by_class(shape, here) is not None


def _by_class(shape: AnyShape, here: Here) -> Origin | None:
    row = here.frame.facts.row(Lock, shape.type) if isinstance(shape, Made) else None
    return Origin(row, shape.admits) if row is not None and isinstance(shape, Made) else None


def _common(shapes: list[Shape | None]) -> frozenset[AnyShape]:
    """The shapes of several places; none where one of them is unknown."""
    known = frozenset(each for each in shapes if each is not None)
    return known if len(shapes) and None not in shapes else frozenset()


def shape_at(path: Path, here: Here) -> Shape | None:
    """The shape of a place, according to what its object's class binds there."""
    shape = first(_root_shapes(path, here))
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


def is_own(value: Value, node: ir.Expression, here: Here) -> bool:
    """Whether the running call created the lock and gives it to no other code."""
    if not value.is_new or value.places:
        return False
    return isinstance(node, ir.Call) or (isinstance(node, ir.Name) and not _leaves(node.id, here.frame.function))


def made_at(node: ir.Expression, function: Function) -> tuple[int, int]:
    """Line and column where the running call creates the lock: in the `with` header, or in an assignment."""
    bound = function.scope.bindings.get(node.id, []) if isinstance(node, ir.Name) else []
    made = bound[0] if len(bound) == 1 and isinstance(bound[0], ir.Call) else node
    return made.line, made.column


def _leaves(name: str, function: Function) -> bool:
    """Whether a local variable is used for more than taking and releasing it."""
    used: list[ir.Name] = []
    taken: set[ir.Node] = set()
    for node in walk_function(function):
        if isinstance(node, ir.Name):
            used.append(node)
        elif isinstance(node, (ir.Define, ir.Lambda)) and _mentions(node, name):
            return True
        elif isinstance(node, ir.WithItem):
            taken.add(node.context_expr)
        elif isinstance(node, ir.Attribute) and node.attr in UNDERSTOOD:
            taken.add(node.value)
        taken.update(_bound_in(node))
    return any(each.id == name and each not in taken for each in used)


def _bound_in(node: ir.Node) -> Iterator[ir.Node]:
    """The variables that a statement, or a loop in an expression, binds or deletes."""
    stack: list[ir.Expression] = []
    if isinstance(node, (ir.Assign, ir.Delete)):
        stack.extend(node.targets)
    elif isinstance(node, (ir.For, ir.Generator, ir.AugAssign, ir.NamedExpr, ir.Declare)):
        stack.append(node.target)
    elif isinstance(node, ir.WithItem) and node.optional_vars is not None:
        stack.append(node.optional_vars)
    while stack:
        target = stack.pop()
        if isinstance(target, (ir.Tuple, ir.List)):
            stack.extend(target.elts)
        elif isinstance(target, ir.Starred):
            stack.append(target.value)
        else:
            yield target


def _mentions(node: ir.Node, name: str) -> bool:
    return any(isinstance(each, ir.Name) and each.id == name for each in walk(node))


def never_waits(shape: AnyShape) -> bool:
    """Whether entering an object never blocks: it calls, awaits and refuses nothing. An object that does nothing at all
    is a placeholder for a lock."""
    enter = shape.of.method("__aenter__") if isinstance(shape, Instance) else None
    if enter is None:
        return False
    nodes = list(walk(*enter.body))
    notes = any(isinstance(each, (ir.Assign, ir.AugAssign)) for each in nodes)
    return notes and not any(isinstance(each, _WAYS_TO_WAIT) or _awaits_each(each) for each in nodes)


_WAYS_TO_WAIT = (ir.Await, ir.With, ir.Call, ir.Raise, ir.While)


def _awaits_each(node: ir.Node) -> bool:
    return isinstance(node, ir.For) and node.is_async
