"""Which expressions are locks, and how they are taken and let go."""

from __future__ import annotations

import ast

from flake8_session_isolation.arguments import Arguments
from flake8_session_isolation.facts import Lock
from flake8_session_isolation.flow import Flow, Here, pause
from flake8_session_isolation.locks import Held, sounds_like_lock
from flake8_session_isolation.paths import Kind, Path, Root
from flake8_session_isolation.values import Instance, Made, Value

BY_HAND = frozenset({"acquire", "release"})


def lock_held(value: Value, node: ast.expr, here: Here) -> tuple[bool, frozenset[Held]]:
    """Whether entering `value` takes a lock, and the stay in it: none for a lock that nobody else can reach.

    An object of unknown class counts as a lock when its name says so: unknown is silent.
    """
    frame = here.frame
    made = [each for each in value.shapes if isinstance(each, Made)]
    known = any(frame.facts.tell(Lock, each.type) for each in made)
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


def _last_name(node: ast.expr) -> str:
    while isinstance(node, ast.Subscript):
        node = node.value
    if isinstance(node, ast.Call):
        return _last_name(node.func)
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def by_hand(given: Arguments, here: Here, flow: Flow) -> bool:
    """`lock.acquire()` and `lock.release()`: whether it was a lock."""
    base = given.node.func.value if isinstance(given.node.func, ast.Attribute) else given.node
    is_lock, stay = lock_held(given.receiver, base, here)
    if not is_lock:
        return False
    if given.awaited:
        pause(here, flow)
    if given.method == "acquire":
        flow.held |= stay
    else:
        released = {each.path for each in stay}
        flow.held = frozenset(each for each in flow.held if each.path not in released)
    return True
