"""Which expressions are locks, and how they are taken and let go."""

from __future__ import annotations

import ast

from flake8_session_isolation.arguments import Arguments
from flake8_session_isolation.facts import Lock
from flake8_session_isolation.flow import Flow, Here, pause
from flake8_session_isolation.locks import Held, sounds_like_lock
from flake8_session_isolation.paths import Kind, Path, Root
from flake8_session_isolation.program import Function
from flake8_session_isolation.values import Instance, Made, Shape, Value

BY_HAND = frozenset({"acquire", "release", "enter_context", "enter_async_context"})


def lock_held(value: Value, node: ast.expr, here: Here) -> tuple[bool, frozenset[Held]]:
    """Whether entering `value` takes a lock, and the stay in it: none for a lock that nobody else can reach.

    An object of unknown class counts as a lock when its name says so: unknown is silent.
    """
    frame = here.frame
    made = [each for each in value.shapes if isinstance(each, Made)]
    known = any(frame.facts.tell(Lock, each.type) for each in made) or any(map(_takes_a_lock, value.shapes))
    target = node.func if isinstance(node, ast.Call) else node
    name = _last_name(target)
    sounds = not known and not any(isinstance(each, Instance) for each in value.shapes) and sounds_like_lock(name)
    if not known and not sounds and not value.holds:
        return False, frozenset()
    if value.holds:
        return True, value.holds
    places = value.places
    if not places and (sounds or not isinstance(node, ast.Call)) and not value.is_new:
        places = frozenset({Path(Root(Kind.IMPORTED, "", ast.unparse(node)))})
    return True, frozenset(Held(each, (node.lineno, node.col_offset), frame.function.name) for each in places)


def _takes_a_lock(shape: Shape) -> bool:
    """Whether an object of the project takes a lock when it is entered."""
    if not isinstance(shape, Instance):
        return False
    methods = (shape.of.method(name) for name in ("__enter__", "__aenter__"))
    return any(method is not None and mentions_lock(method) for method in methods)


def mentions_lock(function: Function) -> bool:
    """Whether a function's text speaks of a lock that it takes."""
    return "acquire" in function.mentions or any(map(sounds_like_lock, function.mentions))


def decorated_under(function: Function, here: Here) -> frozenset[Held]:
    """The locks that decorators of the project take around every call of a function."""
    found = set()
    for each in function.decorators:
        target = each.func if isinstance(each, ast.Call) else each
        name = _last_name(target)
        ours = [other for other in here.frame.module.functions if other.name == name]
        if any(map(mentions_lock, ours)) or (not ours and sounds_like_lock(name)):
            place = Path(Root(Kind.IMPORTED, "", ast.unparse(target)))
            found.add(Held(place, (each.lineno, each.col_offset), function.name))
    return frozenset(found)


def _last_name(node: ast.expr) -> str:
    while isinstance(node, ast.Subscript):
        node = node.value
    if isinstance(node, ast.Call):
        return _last_name(node.func)
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def by_hand(given: Arguments, here: Here, flow: Flow) -> bool:
    """`lock.acquire()`, `lock.release()`, `stack.enter_context(lock)`: whether it was a lock."""
    base = given.node.func.value if isinstance(given.node.func, ast.Attribute) else given.node
    is_stack = given.method.startswith("enter_") and bool(given.positional)
    entered, spelled = (given.positional[0], given.node.args[0]) if is_stack else (given.receiver, base)
    is_lock, stay = lock_held(entered, spelled, here)
    if not is_lock:
        return False
    if given.awaited:
        pause(here, flow)
    if given.method != "release":
        flow.held |= stay
    else:
        released = {each.path for each in stay}
        flow.held = frozenset(each for each in flow.held if each.path not in released)
    return True


def called_under(given: Arguments, here: Here) -> frozenset[Held]:
    """The lock under which a call runs the coroutine it is given: `await locked(work())`."""
    is_given_calls = any(isinstance(each, ast.Call) for each in given.node.args)
    name = _last_name(given.node.func)
    if not is_given_calls or given.method in BY_HAND or not sounds_like_lock(name):
        return frozenset()
    place = Path(Root(Kind.IMPORTED, "", name))
    return frozenset({Held(place, (given.node.lineno, given.node.col_offset), here.frame.function.name)})
