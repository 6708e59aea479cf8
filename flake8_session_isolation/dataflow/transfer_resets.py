"""Effects of calls on objects of unknown classes that a function resets before it feeds them.

Resetting one is as good as a new one, and a call with somebody's data then fills it. What is reset afterwards, such as
a breaker after a failure, is not fed.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.dataflow.access_paths import Path
from flake8_session_isolation.dataflow.call_arguments import Arguments
from flake8_session_isolation.dataflow.recording import write
from flake8_session_isolation.dataflow.state import Flow, Here
from flake8_session_isolation.dataflow.values import UNKNOWN, union
from flake8_session_isolation.facts import Action
from flake8_session_isolation.frontend.sets import in_order
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.linking.reset_objects import (
    RESETS,
    is_reset_around,
    is_reset_at_begin,
    is_reset_before,
    is_reset_by,
    may_hold_a_use,
)


def begin_or_feed(given: Arguments, here: Here, flow: Flow) -> None:
    """Record what an unknown method does to an object in a module's variable that the function resets."""
    for place in _reset_places(given, here) if given.method else ():
        if given.method in RESETS and not given.all:
            write(place, Action.REPLACE, UNKNOWN, given.node.func, here, flow)
        elif _is_begun(place, given.node.line, here, flow) and (fed := union(given.all)).is_somebodys:
            write(place, Action.GROW, fed.content(), given.node.func, here, flow)


def _is_begun(place: Path, line: int, here: Here, flow: Flow) -> bool:
    """Whether the function, one around it, or the method that begins the connection has reset the object before."""
    name, function = place.root.name, here.frame.function
    if place in flow.bound or is_reset_around(name, function) or is_reset_before(name, function, line):
        return True
    return is_reset_at_begin(name, function)


def _reset_places(given: Arguments, here: Here) -> Iterator[Path]:
    modules = here.frame.sharing.modules
    for place in in_order(given.receiver.places):
        root = place.root
        if root.kind is Kind.MODULE and not place.steps and is_reset_by(root.name, here.frame.function):
            module = modules.by_name(root.owner)
            if module is not None and may_hold_a_use(root.name, module.scope, here.frame.sharing):
                yield place
