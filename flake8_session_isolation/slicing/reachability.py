"""Which functions of the linted module may do something to a place that outlives a call, themselves or by what they call.

Backwards from the functions that mention such a place, along the resolved call graph, into other modules as far as
`FARTHEST` of them lie one behind the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function, home
from flake8_session_isolation.linking.call_graph import call_graph_of
from flake8_session_isolation.linking.object_types import Linked, Sharing
from flake8_session_isolation.linking.registrations import registrations_of
from flake8_session_isolation.linking.scripts import script_of
from flake8_session_isolation.slicing.shared_places import candidate_names, concerns, doubtful, followed_candidates

FARTHEST = 3
"""Modules, one behind the other, into which calls are followed."""


def relevant_functions(sharing: Sharing, supposing: bool) -> list[Function]:
    """The functions of the module that may do something to a place that outlives a call, in source order."""
    own = sharing.module.functions
    names = candidate_names(sharing, supposing)
    found = {each for each in own if concerns(each, names)}
    found.update(doubtful(sharing.module, sharing.facts))
    callers, followed = _callers(sharing, found)
    found.update(each for each in followed if _is_candidate(each, sharing))
    waiting = list(found)
    while waiting:
        fresh = callers[waiting.pop()] - found
        found |= fresh
        waiting += fresh
    return [each for each in own if each in found]


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
        if known.get((at, left)) or _is_candidate(at, view):
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
    if script_of(sharing).is_rerun:
        return True
    scope = sharing.module.scope
    imports = (*scope.imports.values(), *scope.star_imports) if sharing.facts.registrars else ()
    knows_others = any(sharing.modules.find(each, sharing.module) is not None for each in imports)
    return knows_others and any(True for _ in registrations_of(sharing).abroad())


def _callers(sharing: Sharing, ending: Collection[Function]) -> tuple[dict[Function, set[Function]], list[Function]]:
    """By function its callers, from the module's own functions on, and the functions of other modules on the way; who
    is found to be `ending` leads no further out of the module."""
    callers: dict[Function, set[Function]] = defaultdict(set)
    distance = dict.fromkeys(sharing.module.functions, 0)
    order = list(distance)
    for caller in order:
        module = home(caller.scope)
        if module is not sharing.module and _is_candidate(caller, sharing):
            continue
        for callee, _, _ in call_graph_of(sharing.seen_from(caller.scope)).of(caller):
            callers[callee].add(caller)
            far = distance[caller] + (home(callee.scope) is not module)
            if callee not in distance and far <= FARTHEST:
                distance[callee] = far
                order.append(callee)
    return callers, [each for each in order if home(each.scope) is not sharing.module]


def _is_candidate(function: Function, sharing: Sharing) -> bool:
    """Whether a function of another module does something to a place that outlives a call."""
    view = sharing.seen_from(function.scope)
    return concerns(function, followed_candidates(view)) or function in _doubtful_in(view)


@memoised
def _doubtful_in(view: Sharing) -> frozenset[Function]:
    return frozenset(doubtful(view.module, view.facts))
