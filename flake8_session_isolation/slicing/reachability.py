"""The slice of a linted file: the functions that must be summarised to judge it, and how far their calls are followed.

A function touches a candidate place if its text mentions the place's name, or if something does that it calls.  Served
functions that touch one are in the slice, and every function that touches one of the same places; what nothing serves is
there only for what is wrong without a served function.  Calls are followed along the resolved call graph, into other
modules as far as `FARTHEST` of them lie one behind the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import NamedTuple

from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function, home
from flake8_session_isolation.linking.call_graph import call_graph_of
from flake8_session_isolation.linking.object_types import Linked, Sharing
from flake8_session_isolation.linking.registrations import registrations_of
from flake8_session_isolation.linking.scripts import script_of
from flake8_session_isolation.linking.unfollowed import without_imports
from flake8_session_isolation.slicing.entry_points import Contexts, contexts_of
from flake8_session_isolation.slicing.execution_context import Context
from flake8_session_isolation.slicing.serving import may_serve
from flake8_session_isolation.slicing.shared_places import (
    candidate_names,
    doubtful,
    followed_candidates,
    touched,
    unserved_candidates,
)

FARTHEST = 3
"""Modules, one behind the other, into which calls are followed."""
_LOCK = frozenset({"<lock>"})
"""What a function touches that takes a lock in a way to be looked at."""
NOTHING: frozenset[str] = frozenset()


class Slice(NamedTuple):
    """The functions of the linted module to be summarised, in source order, and the modules that lie one behind the
    other into which their calls are followed."""

    functions: tuple[Function, ...] = ()
    hops: int = 0


def slice_of(view: Sharing, supposing: bool) -> Slice:
    """What has to be looked at of a module; `supposing` asks what would be wrong if something served all of it."""
    own = view.module.functions
    if not supposing and not may_serve(view):
        return _unserved(view)
    contexts = contexts_of(view)
    serving = own if supposing else [each for each in own if _is_serving(each, contexts)]
    if not serving:
        return _unserved(view)
    reach = _Reach(view, candidate_names(view, supposing), own)
    meeting = NOTHING.union(*(reach.touched[each] for each in serving)) | unserved_candidates(view)
    return Slice(tuple(each for each in own if reach.touched[each] & meeting), FARTHEST)


def _unserved(view: Sharing) -> Slice:
    """The slice of a module in which nothing is served: calls are not followed out of it."""
    names = unserved_candidates(view)
    if not names:
        return Slice()
    reach = _Reach(view if may_serve(view) else without_imports(view), names, view.module.functions, FARTHEST)
    return Slice(tuple(each for each in view.module.functions if reach.touched[each]))


def _is_serving(function: Function, contexts: Contexts) -> bool:
    standing = contexts.of(function)
    return standing.is_served or Context.BACKGROUND in standing.contexts


class _Reach:
    """By function of a module what it touches; also of functions of other modules on the way.

    Calls out of the module are followed from `far` modules on behind the first: none if that is `FARTHEST`.
    """

    def __init__(self, view: Sharing, names: frozenset[str], functions: Iterable[Function], far: int = 0) -> None:
        self.view = view
        self.names = names
        self.doubtful = frozenset(doubtful(view.module, view.facts)) if far < FARTHEST else frozenset()
        self.callers: dict[Function, list[Function]] = defaultdict(list)
        self.touched: dict[Function, frozenset[str]] = {}
        self._follow(dict.fromkeys(functions, far))
        self._hand_on()

    def _follow(self, distance: dict[Function, int]) -> None:
        order = list(distance)
        for caller in order:
            module = home(caller.scope)
            self.touched[caller] = self._own(caller)
            if module is not self.view.module and self.touched[caller]:
                continue  # it is in the slice whatever it leads to
            for callee, _, _ in call_graph_of(self.view.seen_from(caller.scope)).of(caller):
                far = distance[caller] + (home(callee.scope) is not module)
                if far <= FARTHEST:
                    self.callers[callee].append(caller)
                    if callee not in distance:
                        distance[callee] = far
                        order.append(callee)

    def _own(self, function: Function) -> frozenset[str]:
        if home(function.scope) is not self.view.module:
            return touched_by_followed(function, self.view)
        found = touched(function, self.names)
        return found | _LOCK if function in self.doubtful else found

    def _hand_on(self) -> None:
        waiting = [each for each, names in self.touched.items() if names]
        while waiting:
            callee = waiting.pop()
            names = self.touched[callee]
            for caller in self.callers[callee]:
                known = self.touched[caller]
                if not names <= known:
                    self.touched[caller] = known | names
                    waiting.append(caller)


def touched_by_followed(function: Function, view: Sharing) -> frozenset[str]:
    """What a function of another module touches itself."""
    theirs = view.seen_from(function.scope)
    found = touched(function, followed_candidates(theirs))
    return found | _LOCK if function in _doubtful_in(theirs) else found


@memoised
def _doubtful_in(view: Sharing) -> Collection[Function]:
    return frozenset(doubtful(view.module, view.facts))


def reaches(function: Function, hops: int, view: Sharing) -> bool:
    """Whether a function of a followed module may do something to a place that outlives a call, itself or by what it
    calls, through at most so many modules behind its own; `view` is that of its module."""
    known = _reached(view.program)
    start = (function, hops)
    if start in known:
        return known[start]
    seen, waiting = {start}, [start]
    while waiting:
        at, left = waiting.pop()
        if known.get((at, left)) or touched_by_followed(at, view):
            known[start] = known[at, left] = True
            return True
        for callee, _, _ in call_graph_of(view.seen_from(at.scope)).of(at):
            following = (callee, left - (home(callee.scope) is not home(at.scope)))
            if following[1] >= 0 and following not in seen and known.get(following) is not False:
                seen.add(following)
                waiting.append(following)
    known.update(dict.fromkeys(seen, False))
    return False


@memoised
def _reached(program: Linked) -> dict[tuple[Function, int], bool]:
    """What is known of functions with so many hops left."""
    return {}


def serves_by_itself(sharing: Sharing) -> bool:
    """Whether the module itself is run for each session, or gives another module's functions to a library."""
    if not may_serve(sharing):
        return False
    if script_of(sharing).is_rerun:
        return True
    scope = sharing.module.scope
    imports = (*scope.imports.values(), *scope.star_imports) if sharing.facts.registrars else ()
    knows_others = any(sharing.modules.find(each, sharing.module) is not None for each in imports)
    return knows_others and any(True for _ in registrations_of(sharing).abroad())
