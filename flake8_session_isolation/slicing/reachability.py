"""The slice of a linted file: the functions that must be summarised to judge it, and how far their calls are followed.

A function touches a candidate place if its text mentions the place's name, or if something does that it calls.  Served
functions that touch one are in the slice, and every function that touches one of the same places; what nothing serves
is there only for what is wrong without a served function.  Calls are followed along the resolved call graph, into other
modules as far as `bounds` tell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function, functions_around, home
from flake8_session_isolation.linking.call_graph import Call, call_graph_of
from flake8_session_isolation.linking.library_callbacks import callbacks_of
from flake8_session_isolation.linking.object_types import Linked, Sharing
from flake8_session_isolation.linking.scripts import script_of
from flake8_session_isolation.linking.unfollowed import without_imports
from flake8_session_isolation.linking.value_sources import ANYTHING, CAPTURED, LASTING
from flake8_session_isolation.slicing.bounds import (
    AT_HOME,
    ENTERED,
    FARTHEST,
    LARGEST,
    MOST_WORK,
    Bounds,
    is_too_large,
    size_of,
    with_callees,
    within,
)
from flake8_session_isolation.slicing.entry_points import Contexts, contexts_of
from flake8_session_isolation.slicing.execution_context import Context
from flake8_session_isolation.slicing.reused_objects import reused_of
from flake8_session_isolation.slicing.serving import may_serve
from flake8_session_isolation.slicing.shared_classes import tracked_owners
from flake8_session_isolation.slicing.shared_places import doubtful, unserved_candidates
from flake8_session_isolation.slicing.touch import NOTHING, Touch, changeable, changed, noted
from flake8_session_isolation.slicing.touches import DEFAULT, on_storage, touch_of
from flake8_session_isolation.slicing.walks_abroad import walked_abroad

_LOCK = Touch(frozenset(noted("<lock>", True)))
"""What a function touches that takes a lock in a way to be looked at."""


class Slice(NamedTuple):
    """The part of the linted module that is analysed. `view` is the module as the analysis sees it, `functions` are
    summarised, in source order; their calls are followed into other modules within `bounds`."""

    view: Sharing
    functions: tuple[Function, ...]
    bounds: Bounds


def whole(view: Sharing) -> Slice:
    """The slice that holds the whole module."""
    return Slice(view, tuple(view.module.functions), bounds_of(view))


def with_callers(part: Slice | None, view: Sharing) -> Slice:
    """The slice of a module whose state other files reach: it includes the imported modules, even if the module serves
    nothing itself."""
    return part._replace(view=view) if part is not None else Slice(view, (), AT_HOME)


@memoised
def bounds_of(view: Sharing) -> Bounds:
    """The limits for following calls of a module into others."""
    return _Reach(view).bounds


def slice_of(view: Sharing, supposing: bool, called: bool = False) -> Slice | None:
    """The part of a module that has to be analysed, None if there is none; `supposing` includes what would be wrong if
    everything in it were served. If other files call functions that change its state, served functions may find it."""
    part = _of_sessions(view, supposing, called)
    others = (*reused_of(view), *(walked_abroad(view) if may_serve(view) else ()))
    if not others:
        return part
    part = part or Slice(view if may_serve(view) else without_imports(view), (), AT_HOME)
    both = {*part.functions, *others}
    return part._replace(functions=tuple(each for each in view.module.functions if each in both))


def _of_sessions(view: Sharing, supposing: bool, called: bool) -> Slice | None:
    own = view.module.functions
    if not supposing and not may_serve(view):
        return _unserved(view)
    contexts = contexts_of(view)
    serving = own if supposing else [each for each in own if _is_serving(each, contexts)]
    if not serving:
        if not serves_by_itself(view):
            return _unserved(view)
        return Slice(view, _touching_what_all_share(view), bounds_of(view))
    reach = _Reach(view, supposing=supposing)
    names = {each: reach.names_of(each) for each in own}
    met = [names[each] for each in serving]
    served = met if serves_by_itself(view) else map(changeable, met)
    # What the context manager of a shared object sets for its block, served functions find.
    blocks = (names[each] for each in own if each.is_context_manager and each.owner in tracked_owners(view))
    others = (names[each] for each in own) if called else ()
    found = NOTHING.union(*map(changeable, (*blocks, *others))) & NOTHING.union(*met)
    meeting = found.union(*served, _changed_regardless_of_caller(reach))
    touching = tuple(each for each in own if names[each] & meeting)
    return Slice(view, touching, reach.bounds) if touching or serves_by_itself(view) else None


def _unserved(view: Sharing) -> Slice | None:
    """The slice of a module that serves nothing: modules that it imports are not followed."""
    alone = without_imports(view)
    touching = _touching_what_all_share(alone)
    return Slice(alone, touching, AT_HOME) if touching else None


def _touching_what_all_share(view: Sharing) -> tuple[Function, ...]:
    """The functions that touch places which are wrong to change in any function; calls are not followed out of the
    module."""
    own = view.module.functions
    candidates = unserved_candidates(view) | {DEFAULT}
    if not any(touches(each, view, view).shared & candidates for each in own):
        return ()
    reach = _Reach(view, farthest=0)
    wrong = _changed_regardless_of_caller(reach)
    return tuple(each for each in own if reach.names_of(each) & wrong)


def _changed_regardless_of_caller(reach: _Reach) -> frozenset[str]:
    """The places that are wrong to change in any function and that the module changes: a place counts if its name, or
    that of the object it is read from, may be changed."""
    candidates = unserved_candidates(reach.view) | {DEFAULT}
    touched = (reach.touched[each].of_shared_objects() for each in reach.view.module.functions)
    found = candidates.intersection(each.removesuffix("=") for names in touched for each in changeable(names))
    return found.union(map(changed, found))


def _is_serving(function: Function, contexts: Contexts) -> bool:
    standing = contexts.of(function)
    return standing.is_served or Context.BACKGROUND in standing.contexts


class _Reach:
    """For each function of a module the places that it touches, directly or through calls within `bounds`."""

    def __init__(self, view: Sharing, farthest: int = FARTHEST, supposing: bool = False) -> None:
        self.view = view
        self.supposing = supposing
        self.callers: dict[Function, list[tuple[Function, Call]]] = defaultdict(list)
        self.touched: dict[Function, Touch] = {}
        self.lasts_around: dict[Function, bool] = {}
        self.bounds = self._follow(farthest)
        self._hand_on()

    def names_of(self, function: Function) -> frozenset[str]:
        """The names of the places that a function touches, if sessions enter through it."""
        touch = self.touched[function]
        is_tracked = self.supposing or function.owner in tracked_owners(self.view)
        return touch.of_shared_objects() if is_tracked else touch.shared

    def _follow(self, farthest: int) -> Bounds:
        """Follow calls within the module, then into one module after the other, as long as the limits allow."""
        module = self.view.module
        script = (module.initialiser,) if script_of(self.view).is_rerun else ()
        beyond = self._enter((*module.functions, *script))
        if not farthest:
            return AT_HOME
        largest, level = self._first_level(beyond)
        room = MOST_WORK - _work(level)
        for hops in range(1, farthest):
            following = within(room, self._level(self._enter(level), largest))
            if following is None:
                return Bounds(hops, largest)
            level = following
            room -= _work(level)
        self._enter(level)
        return Bounds(farthest, largest)

    def _first_level(self, starts: Collection[Function]) -> tuple[int, list[Function]]:
        """The functions of the modules that the linted one calls directly, and the limit for their size."""
        *larger, smallest = LARGEST
        for largest in larger:
            level = within(MOST_WORK, self._level(starts, largest))
            if level is not None:
                return largest, level
        return smallest, list(self._level(starts, smallest))

    def _level(self, starts: Iterable[Function], largest: int) -> Iterator[Function]:
        """Functions up to the size `largest`, with their callees in their own modules."""
        small = (each for each in starts if not is_too_large(each, largest, self.view))
        return with_callees(small, self.view, self.touched)

    def _enter(self, level: Collection[Function]) -> Collection[Function]:
        """Record what functions touch and call; returns the functions of further modules that they call."""
        beyond: dict[Function, None] = {}
        for caller in level:
            touch = touches(caller, self.view.seen_from(caller.scope), self.view)
            self.touched[caller] = self._settled(touch, caller)
            for call in self._calls(caller):
                self.callers[call.callee].append((caller, call))
                beyond[call.callee] = None
        return [each for each in beyond if each not in self.touched]

    def _settled(self, touch: Touch, function: Function) -> Touch:
        """With captured names as shared ones, if the enclosing functions run once: only then contexts are needed."""
        return touch.settled(self._lasts_around(function)) if touch.captured else touch

    def _lasts_around(self, function: Function) -> bool:
        """Whether variables of enclosing functions may outlive a session: the enclosing function is not shown to run
        for each session, or is a method of an object that may be shared."""
        if function not in self.lasts_around:
            around = functions_around(function.scope)
            self.lasts_around[function] = self.supposing or any(map(self._may_run_once, around))
        return self.lasts_around[function]

    def _may_run_once(self, outer: Function) -> bool:
        if home(outer.scope) is not self.view.module or outer.owner in tracked_owners(self.view):
            return True
        contexts = contexts_of(self.view).of(outer).contexts
        return contexts <= {Context.ONCE} or contexts == {Context.UNKNOWN}

    def _calls(self, caller: Function) -> Iterator[Call]:
        graph = call_graph_of(self.view.seen_from(caller.scope))
        return (each for each in graph.of(caller) if each.how in ENTERED)

    def _hand_on(self) -> None:
        waiting = [each for each, touch in self.touched.items() if any(touch)]
        while waiting:
            callee = waiting.pop()
            for caller, call in self.callers[callee]:
                known = self.touched[caller]
                touched = self.touched[callee]
                found = known | self._settled(touched.through(call), caller)
                if touched.captured and callee.scope.parent is caller.scope:
                    found |= touched.handed_out()
                if found != known:
                    self.touched[caller] = found
                    waiting.append(caller)


def _work(level: Iterable[Function]) -> int:
    return sum(map(size_of, level))


def touches(function: Function, view: Sharing, linted: Sharing) -> Touch:
    """What a function touches itself, including locks that it takes in a way that needs a check."""
    found = touch_of(function, view, linted)
    return found | _LOCK if function in _doubtful_in(view) else found


@memoised
def _doubtful_in(view: Sharing) -> Collection[Function]:
    return frozenset(doubtful(view.module, view.facts))


_State: TypeAlias = "tuple[Function, int, bool, tuple[frozenset[str], ...]]"
"""A function with the hops that are left, whether it is given something shared, and the ways to an application's
storage that are known where it is called."""


def reaches(function: Function, hops: int, view: Sharing, gives: bool) -> bool:
    """Whether a function of a followed module touches a place that outlives a call, itself or through calls into
    exactly so many further modules; if it is `given` something shared, through its parameters as well. `view` is that
    of its module."""
    known = _reached(view.program)
    start = (function, hops, gives, view.facts.ways_to_storage)
    if start in known:
        return known[start]
    came: dict[_State, _State | None] = {start: None}
    waiting = [start]
    while waiting:
        at, left, is_given, ways = waiting.pop()
        theirs = view.seen_from(at.scope)
        touch = touches(at, theirs, theirs)
        shared = touch.shared or touch.captured or on_storage(at, theirs, view.facts).shared
        touches_shared = not left and bool(shared or (is_given and (touch.own or touch.given)))
        if touches_shared or known.get((at, left, is_given, ways)):
            known.update(dict.fromkeys(_way_to((at, left, is_given, ways), came), True))
            return True
        for call in call_graph_of(theirs).of(at):
            left_then = left - (home(call.callee.scope) is not home(at.scope))
            gives = bool((call.receiver | call.given) & (ANYTHING if is_given else LASTING | CAPTURED))
            following = (call.callee, left_then, gives, ways)
            if call.how in ENTERED and left_then >= 0 and following not in came and known.get(following) is not False:
                came[following] = at, left, is_given, ways
                waiting.append(following)
    known.update(dict.fromkeys(came, False))
    return False


def _way_to(state: _State | None, came: Mapping[_State, _State | None]) -> Iterator[_State]:
    """A state of the search, and the states before it."""
    while state is not None:
        yield state
        state = came[state]


@memoised
def _reached(program: Linked) -> dict[_State, bool]:
    """For each function, number of modules left and kind of argument, what is known."""
    return {}


def serves_by_itself(sharing: Sharing) -> bool:
    """Whether the module is itself run for each session, or registers functions of another module with a library."""
    if script_of(sharing).is_rerun:
        return True
    scope = sharing.module.scope
    gives = bool(sharing.facts.registrars or callbacks_of(sharing).abroad)
    imports = (*scope.imports.values(), *scope.star_imports) if gives else ()
    knows_others = any(sharing.modules.find(each, sharing.module) is not None for each in imports)
    return knows_others and any(True for _ in contexts_of(sharing).abroad())
