"""Results of built-in functions that need no record: what an object is, how many there are."""

from __future__ import annotations

from collections.abc import Callable as CallableType
from typing import TypeAlias

from flake8_session_isolation.dataflow.access_paths import Path
from flake8_session_isolation.dataflow.call_arguments import Arguments
from flake8_session_isolation.dataflow.state import Flow, Here
from flake8_session_isolation.dataflow.values import UNKNOWN, Callable, Value, union
from flake8_session_isolation.frontend.scopes import Class, Function
from flake8_session_isolation.linking.dispatch import asked_by_name, methods_named
from flake8_session_isolation.linking.places import Kind, Root
from flake8_session_isolation.linking.shapes import COUNTED, ClassObject, Instance, Made


def _type_of(given: Arguments, here: Here, flow: Flow) -> Value:
    """`type(self)` is the class of an instance."""
    if len(given.positional) != 1:
        return UNKNOWN
    return Value(
        shapes=frozenset(ClassObject(each.of) for each in given.positional[0].shapes if isinstance(each, Instance))
    )


def _super(given: Arguments, here: Here, flow: Flow) -> Value:
    """`super()` is the instance, looked at from the next class of its lineage."""
    function = here.frame.function
    around = function.scope.parent
    while function.owner is None and around is not None and isinstance(around.owner, Function):
        function, around = around.owner, around.parent
    lineage: list[Class] = function.owner.lineage()[1:] if function.owner else []
    if not lineage or function.receiver is None:
        return UNKNOWN
    is_own = function is here.frame.function
    place = Path(Root(Kind.PARAMETER if is_own else Kind.ENCLOSED, function.name, function.receiver))
    places = frozenset() if function.is_class_method else frozenset({place})
    return Value(places, shapes=frozenset({Instance(lineage[0])}))


def _globals(given: Arguments, here: Here, flow: Flow) -> Value:
    """`globals()`: its items are the module's variables."""
    return Value(shapes=frozenset({Made("builtins.globals")}))


def _count(given: Arguments, here: Here, flow: Flow) -> Value:
    """`len(x)` holds no session data but depends on the container."""
    used = union(given.all)
    return Value(reads=used.reads, shapes=frozenset({COUNTED}) if used.is_somebodys else frozenset())


def _getattr(given: Arguments, here: Here, flow: Flow) -> Value | None:
    """`getattr(self, "on_" + kind)` is one of the methods of which it gives the beginning."""
    asked = asked_by_name(given.node)
    if asked is None or not given.positional:
        return None
    base = given.positional[0]
    classes = [each.of for each in base.shapes if isinstance(each, Instance)]
    found = frozenset(Callable(method, base) for cls in classes for method in methods_named(asked[1], cls))
    return Value(shapes=found) if found else None


Builtin: TypeAlias = CallableType[[Arguments, Here, Flow], "Value | None"]
"""What tells the result of a call; None if it is unknown."""
BUILTINS: dict[str, Builtin] = {
    "builtins.getattr": _getattr,
    "builtins.type": _type_of,
    "builtins.super": _super,
    "builtins.globals": _globals,
    "builtins.len": _count,
}
"""By name, what tells the result of a call."""
