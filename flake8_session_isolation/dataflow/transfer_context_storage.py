"""Effects on places that each context or thread has for itself: context variables and thread-locals.

Setting a context variable is no other code's affair.  The object in it is: a task inherits its parent's, and the
default is one for all.  So what `get` gives lives at a place, unless this function has set a new one before.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.access_paths import Path, covers
from flake8_session_isolation.dataflow.call_arguments import Arguments
from flake8_session_isolation.dataflow.effects import Effect, Summary
from flake8_session_isolation.dataflow.recording import note, read, write
from flake8_session_isolation.dataflow.state import Flow, Here
from flake8_session_isolation.dataflow.values import CONTEXT, UNKNOWN, Read, Value, either
from flake8_session_isolation.facts import Action, Container
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.scopes import last_name
from flake8_session_isolation.frontend.sets import first
from flake8_session_isolation.linking.places import OWN, Kind, Root
from flake8_session_isolation.linking.shapes import Instance, Made, Own, Shape

ANY = "*"
"""The attribute whose name is not written in the source."""


def attribute_paths(base: Value, name: str, here: Here) -> list[Path]:
    """The places of attribute `name` of a thread-local or context variable; none for other objects."""
    if not base.shapes:
        return []
    found = [each for each in base.shapes if isinstance(each, Own) and each.is_namespace]
    if not found:
        objects = [each for each in base.shapes if isinstance(each, Instance)]
        found = [own for each in objects if (own := _inherited(each, name, here) or _wrapper(each, base, here))]
    methods = (each.of.method(name) for each in base.shapes if isinstance(each, Instance))
    return [] if any(methods) else [Path(Root(each.kind, each.name, name)) for each in found]


def _inherited(shape: Instance, name: str, here: Here) -> Own | None:
    """The place in a subclass of a thread-local; what its class body creates is shared by all threads."""
    own = here.frame.sharing.seen_from(shape.of.scope).privates.of_class(shape.of)
    made = here.frame.sharing.class_attribute(shape.of, name, through_instance=True) if own else None
    is_literal = made is not None and all(isinstance(each, ir.Constant) for each in made.scope.bindings[name])
    return own if made is None or is_literal else None


def _wrapper(shape: Instance, base: Value, here: Here) -> Own | None:
    """An instance of a class that wraps a context variable, known by where it is created; in its methods it is the
    receiver."""
    if any(each.root.kind is Kind.PARAMETER and not each.steps for each in base.places):
        return None
    return here.frame.sharing.seen_from(shape.of.scope).privates.wrapper(shape.of)


def attribute(base: Value, name: str, here: Here, flow: Flow) -> Value | None:
    """The attribute of a thread-local or context variable; None if `base` is neither."""
    paths = attribute_paths(base, name, here)
    if not paths:
        return None
    shapes = here.frame.sharing.privates.assigned.get(name, frozenset())
    return either([inherited(each, flow).replaced(shapes=shapes) for each in paths])


def inherited(path: Path, flow: Flow) -> Value:
    """The value at such a place; of a context variable that this function has set, its own object."""
    if path.root.kind is not Kind.CONTEXT:
        return Value(frozenset({path}))
    is_ours = any(covers(own, path) for own, _ in flow.replaced)
    return Value(frozenset() if is_ours else frozenset({path}), frozenset({CONTEXT}))


def access(given: Arguments, here: Here, flow: Flow) -> Value | None:
    """`get` and `set` of a context variable; None for any other call."""
    own = first(each for each in given.receiver.shapes if isinstance(each, Own) and not each.is_namespace)
    if own is None or given.method not in ("get", "set"):
        return None
    path = Path(Root(own.kind, "", own.name))
    if given.method == "get":
        return _get(own, path, given, here, flow)
    write(path, Action.REPLACE, either(given.positional[:1]), given.node.func, here, flow)
    return UNKNOWN


def _get(own: Own, path: Path, given: Arguments, here: Here, flow: Flow) -> Value:
    """The inherited value or the default: shared if the variable has it, new if the call creates it."""
    found, node = inherited(path, flow), given.node.func
    if not found.places:
        return found
    default = own.default
    if default is not None and not given.positional and _can_change(default, here):
        shapes = frozenset({default})
        shown = Effect(path, Action.READ, here.frame.site(node), exposed=True, value=Value(shapes=shapes))
        note(shown, here, flow)
    else:
        shapes = here.frame.sharing.privates.assigned.get(own.name.rpartition(".")[2], frozenset())
    found = found.replaced(shapes=shapes)
    return either([read(found, given.use, node, here, flow), *given.positional[:1]])


def _can_change(shape: Shape, here: Here) -> bool:
    """Whether an object can be changed in place: a container, or one of the project."""
    made = isinstance(shape, Made) and here.frame.facts.row(Container, shape.type) is not None
    return made or isinstance(shape, Instance)


def by_name(given: Arguments, here: Here, flow: Flow) -> Value | None:
    """`getattr` and `delattr` of a thread-local or context variable; None for any other call."""
    builtin = (given.name or "").removeprefix("builtins.")
    if builtin not in ("getattr", "delattr") or len(given.positional) < 2:
        return None
    base, name, *default = given.positional
    paths = attribute_paths(base, (name.constant or ANY).strip("'\""), here)
    if not paths:
        return None
    if builtin == "delattr":
        for path in paths:
            write(path, Action.DELETE, UNKNOWN, given.node, here, flow)
        return UNKNOWN
    found = either([inherited(each, flow) for each in paths])
    return either([read(found, given.use, given.node, here, flow), *default])


def is_ours(effect: Effect, flow: Flow) -> bool:
    """Whether a callee changes the object to which this function has set a context variable."""
    path = effect.path
    return path.root.kind is Kind.CONTEXT and any(covers(own, path) for own, _ in flow.replaced)


def settle(summary: Summary, before: Flow, flow: Flow) -> None:
    """After a call: a context variable that the callee sets on some paths only may still hold the inherited object."""
    kept = {path for path, _ in before.replaced} | summary.overwritten
    flow.replaced = frozenset(
        each for each in flow.replaced if each[0].root.kind is not Kind.CONTEXT or each[0] in kept
    )


def looked_up(before: Flow, flow: Flow, handler: ir.ExceptHandler) -> frozenset[Read]:
    """The reads on the way from `before` that a handler of a failed look-up depends on: those of such places, and where
    it names a missing key, those of entries."""
    found = (flow.fresh | flow.stale) - before.fresh - before.stale
    is_of_key = last_name(handler.type) in _MISSING
    return frozenset(each for each in found if each.path.root.kind in OWN or (is_of_key and _is_entry(each.path)))


def _is_entry(path: Path) -> bool:
    return bool(path.steps) and path.steps[-1].is_item


_MISSING = frozenset({"KeyError", "LookupError"})
