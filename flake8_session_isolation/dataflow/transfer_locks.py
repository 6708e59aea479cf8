"""Which expressions are locks, and where they are acquired and released."""

from __future__ import annotations

from flake8_session_isolation.dataflow.access_paths import Path
from flake8_session_isolation.dataflow.call_arguments import Arguments
from flake8_session_isolation.dataflow.effects import Effect
from flake8_session_isolation.dataflow.lock_origins import (
    Origin,
    is_library_lock,
    is_own,
    made_at,
    never_waits,
    origin_of,
    shapes_of,
)
from flake8_session_isolation.dataflow.lock_sets import NO_LOCKS, Flaw, Held, LockSet
from flake8_session_isolation.dataflow.state import Flow, Here, let_go, pause
from flake8_session_isolation.dataflow.values import AnyShape, Value
from flake8_session_isolation.facts import Action, Stops
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function, Module
from flake8_session_isolation.frontend.spelling import spelled
from flake8_session_isolation.linking.lock_names import is_called_lock, sounds_like_lock
from flake8_session_isolation.linking.places import Kind, Root, Site
from flake8_session_isolation.linking.shapes import ENTRIES, Instance

ENTERED_BY_HAND = frozenset({"__enter__", "__aenter__", "__exit__", "__aexit__"})
BY_HAND = ENTERED_BY_HAND | {"acquire", "release", "enter_context", "enter_async_context"}
RELEASING = frozenset({"release", "__exit__", "__aexit__"})
WAITS = frozenset({"wait", "wait_for"})


def lock_held(value: Value, node: ir.Expression, here: Here) -> tuple[bool, LockSet]:
    """Whether entering `value` takes a lock, and that lock; a flaw says why it excludes no caller. An object of unknown
    class counts as a lock if its name says so."""
    if value.holds:
        return True, value.holds
    origin = origin_of(value, node, here)
    name = _last_name(node.func if isinstance(node, ir.Call) else node)
    shapes = shapes_of(value, here)
    idle = is_called_lock(name) and bool(shapes) and all(map(never_waits, shapes))
    known = origin is not None or idle or any(_takes_a_lock(each, here) for each in value.shapes | shapes)
    sounds = not any(isinstance(each, Instance) for each in value.shapes) and sounds_like_lock(name)
    if not known and not sounds:
        return False, NO_LOCKS
    stay = _stay(Path(Root(Kind.IMPORTED, "", spelled(node))), origin, node, here)
    if idle or (origin is not None and is_own(value, node, here)):
        own = Path(Root(Kind.OWN, here.frame.function.name, spelled(node)))
        flaw = Flaw.NEVER_WAITS if idle else Flaw.MADE_ANEW
        return True, frozenset({stay._replace(path=own, entered=made_at(node, here.frame.function), flaw=flaw)})
    return True, frozenset(stay._replace(path=each) for each in value.places or {stay.path})


def _stay(path: Path, origin: Origin | None, node: ir.Expression, here: Here) -> Held:
    entered, function = (node.line, node.column), here.frame.function.name
    if origin is None:
        return Held(path, entered, function)
    flaw = Flaw.LETS_SEVERAL_IN if origin.lets_several_in else None
    return Held(path, entered, function, stops=origin.stops, flaw=flaw)


def note_stay(stay: LockSet, node: ir.Expression, paused: bool, here: Here) -> None:
    """Record a lock that is wrong for whatever it protects: one that this call created, an object that is no lock, or a
    thread lock held across a pause."""
    function = here.frame.function
    for held in stay:
        useless = held.flaw in (Flaw.MADE_ANEW, Flaw.NEVER_WAITS) and held.function == function.name
        blocks = held.stops is Stops.THREADS and paused and function.is_coroutine
        if useless or blocks:
            site = Site(*held.entered, function.name) if useless else here.frame.site(node)
            effect = Effect(held.path, Action.HOLD, site, frozenset({held}), late=blocks)
            here.frame.effects.add(effect)


def _takes_a_lock(shape: AnyShape, here: Here) -> bool:
    """Whether an object is a lock, or one of the project that takes a lock when it is entered."""
    if not isinstance(shape, Instance):
        return is_library_lock(shape, here)
    methods = (shape.of.method(name) for name in ENTRIES)
    return any(method is not None and _keeps_a_lock(method) for method in methods)


def _keeps_a_lock(function: Function) -> bool:
    """Whether a function still holds a lock when it returns, other than one of its `with` statements."""
    if "acquire" in function.mentions:
        return True
    return any(map(sounds_like_lock, function.mentions - function.footprint.enters))


def mentions_lock(function: Function) -> bool:
    """Whether a function mentions a lock that it takes."""
    return "acquire" in function.mentions or any(map(sounds_like_lock, function.mentions))


def decorated_under(function: Function, here: Here) -> frozenset[Held]:
    """The locks that decorators of the project hold during every call of a function."""
    found = set()
    for each in function.decorators:
        target = each.func if isinstance(each, ir.Call) else each
        name = _last_name(target)
        ours = _by_local_name(here.frame.module).get(name, [])
        if any(map(mentions_lock, ours)) or (not ours and sounds_like_lock(name)):
            place = Path(Root(Kind.IMPORTED, "", spelled(target)))
            found.add(Held(place, (each.line, each.column), function.name))
    return frozenset(found)


@memoised
def _by_local_name(module: Module) -> dict[str, list[Function]]:
    """The functions of a module by the names that they have at its top."""
    found: dict[str, list[Function]] = {}
    for each in module.functions:
        found.setdefault(each.local_name, []).append(each)
    return found


def _last_name(node: ir.Expression) -> str:
    while isinstance(node, ir.Subscript):
        node = node.value
    if isinstance(node, ir.Call):
        return _last_name(node.func)
    return node.attr if isinstance(node, ir.Attribute) else node.id if isinstance(node, ir.Name) else ""


def by_hand(given: Arguments, here: Here, flow: Flow) -> bool:
    """`lock.acquire()`, `lock.release()`, `lock.__enter__()`, `stack.enter_context(lock)`: whether it was a lock. What
    an own class does when it is entered, its method shows."""
    if given.method in ENTERED_BY_HAND and any(isinstance(each, Instance) for each in given.receiver.shapes):
        return False
    base = given.node.func.value if isinstance(given.node.func, ir.Attribute) else given.node
    is_stack = given.method.startswith("enter_") and bool(given.positional)
    entered, source = (given.positional[0], given.node.args[0]) if is_stack else (given.receiver, base)
    is_lock, stay = lock_held(entered, source, here)
    if not is_lock:
        return False
    if given.awaited:
        pause(here, flow)
    if given.method not in RELEASING:
        flow.held |= stay
    else:
        released = {each.path for each in stay}
        flow.held = frozenset(each for each in flow.held if each.path not in released)
    return True


def wait_inside(given: Arguments, here: Here, flow: Flow) -> None:
    """`condition.wait()` releases the held lock and takes it again."""
    held = frozenset(each for each in here.locks | flow.held if each.path in given.receiver.places)
    if held:
        let_go(held, flow)


def called_under(given: Arguments, here: Here) -> frozenset[Held]:
    """The lock under which a call runs the coroutine that it is given: `await locked(work())`."""
    is_given_calls = any(isinstance(each, ir.Call) for each in given.node.args)
    name = _last_name(given.node.func)
    if not is_given_calls or given.method in BY_HAND or not sounds_like_lock(name):
        return frozenset()
    place = Path(Root(Kind.IMPORTED, "", name))
    return frozenset({Held(place, (given.node.line, given.node.column), here.frame.function.name)})
