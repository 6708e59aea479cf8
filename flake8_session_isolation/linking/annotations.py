"""What annotations say: the class of the project or of a library that one names."""

from __future__ import annotations

from collections.abc import Callable

from flake8_session_isolation.facts import Container, Facts
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.lowering_expressions import expression_in
from flake8_session_isolation.frontend.scopes import Class, Scope, holder
from flake8_session_isolation.linking.shapes import Instance, Made, Shape
from flake8_session_isolation.linking.symbols import dotted

_TYPING = {
    "List": "builtins.list",
    "Dict": "builtins.dict",
    "Set": "builtins.set",
    "MutableMapping": "builtins.dict",
    "MutableSequence": "builtins.list",
    "MutableSet": "builtins.set",
    "Deque": "collections.deque",
    "DefaultDict": "collections.defaultdict",
    "OrderedDict": "collections.OrderedDict",
    "Counter": "collections.Counter",
}
_TRANSPARENT = frozenset({"Optional", "Annotated", "Final", "ClassVar"})
"""What is written around the type itself."""

Classes = Callable[[str], Class | None]
"""The class of the project that a dotted name means."""


def annotated(node: ir.Expression, scope: Scope, classes: Classes, facts: Facts) -> Shape | None:
    """The class that an annotation names, also inside `Optional[X]`, `X | None` and subscripts, and behind a name of
    the module for one: `Book = Annotated[Library, Depends(library)]`."""
    if isinstance(node, ir.Constant) and isinstance(node.value, str):
        inside = expression_in(node.value)
        return annotated(inside, scope, classes, facts) if inside is not None else None
    if isinstance(node, ir.BinOp):
        parts = (annotated(each, scope, classes, facts) for each in node.operands)
        return next((each for each in parts if each is not None), None)
    if isinstance(node, ir.Subscript):
        return _subscript(node, scope, classes, facts)
    name = dotted(node, scope)
    if name is None:
        return None
    cls = classes(name)
    if cls is not None:
        return Instance(cls)
    if isinstance(node, ir.Name) and (alias := _alias(node, scope)) is not None:
        return annotated(alias, scope.outermost, classes, facts)
    known = _TYPING.get(name.rpartition(".")[2], name) if name.startswith("typing.") else name
    return Made(known) if facts.row(Container, known) or "." in known and known[:9] != "builtins." else None


def _alias(node: ir.Name, scope: Scope) -> ir.Subscript | None:
    """What a variable of the module stands for in annotations."""
    where = holder(node.id, scope)
    bound = where.bindings.get(node.id, ()) if where is not None and where.parent is None else ()
    only = bound[0] if len(bound) == 1 else None
    if not isinstance(only, ir.Subscript) or (dotted(only.value, scope) or "").rpartition(".")[2] not in _TRANSPARENT:
        return None
    return only


def _subscript(node: ir.Subscript, scope: Scope, classes: Classes, facts: Facts) -> Shape | None:
    """The class of a subscript: `Optional[X]`; or `dict[str, list]`, whose last argument is the class of its items."""
    inside = node.slice
    parts = inside.elts if isinstance(inside, ir.Tuple) else ()
    if (dotted(node.value, scope) or "").rpartition(".")[2] in _TRANSPARENT:
        return annotated(parts[0] if parts else inside, scope, classes, facts)
    made = annotated(node.value, scope, classes, facts)
    entry = annotated(parts[-1] if parts else inside, scope, classes, facts)
    return Made(made.type, entry) if isinstance(made, Made) and entry else made
