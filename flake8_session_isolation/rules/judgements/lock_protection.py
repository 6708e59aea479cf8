"""Accesses that race, and the locks that are held there but do not protect them."""

from __future__ import annotations

import enum
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from flake8_session_isolation.dataflow.effects import By
from flake8_session_isolation.dataflow.lock_sets import Flaw, Held, LockSet, same_lock
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting, by_path_and_locks, touches
from flake8_session_isolation.interference.one_per_bug import one_per_bug, one_per_function
from flake8_session_isolation.linking.places import Kind, Site
from flake8_session_isolation.rules.judgements.dependences import is_covered
from flake8_session_isolation.rules.judgements.races import disturbed_walks, mixed_replies, races
from flake8_session_isolation.rules.judgements.session_state import session_writes


class Failure(enum.Enum):
    """Why a lock that is held somewhere does not protect a place."""

    MADE_ANEW = "each call creates its own"
    NEVER_WAITS = "it never blocks"
    LETS_SEVERAL_IN = "it admits several holders"
    OTHER_LOOP = "its holders run in different event loops"
    OTHER_KEY = "it is kept under another key than the place"
    TAKEN_LATE = "the place was read before it was acquired"
    RELEASED_EARLY = "the value is used after it was released"
    NOT_EVERYWHERE = "others change the place without it"


class IneffectiveLock(NamedTuple):
    """A lock that is held and does not protect the place, with the reason."""

    held: Held
    failure: Failure


def unprotected(meeting: Meeting) -> Iterator[Access]:
    """The first access of each function that acts on what another session may have changed. None at a place that holds
    session state: no lock would help there."""
    if session_writes(meeting):
        return
    yield from one_per_bug([*races(meeting), *disturbed_walks(meeting), *mixed_replies(meeting)])


def ineffective_lock(access: Access) -> IneffectiveLock | None:
    """The lock that is meant to protect an access and does not; None if no lock is held."""
    effect = access.effect
    if effect.action is Action.ITERATE:
        return next(_flawed(effect.locks, Failure.NOT_EVERYWHERE), None)
    exposed = (each for each in effect.depends if not is_covered(each, access))
    ordered = sorted(exposed, key=lambda each: each.read.site)
    return next((wrong for each in ordered for wrong in _around(each.read.locks, effect.locks)), None)


def reported_at(access: Access) -> Site:
    """The site in the function that both reads and writes: the write, or the call of the helper that writes."""
    effect = access.effect
    if not access.is_in_this_file:
        return effect.shown_at
    looks = [each.read.site.function for each in effect.depends if each.paused]
    return next((each for each in reversed(effect.calls_at) if each.function in looks), effect.shown_at)


def _around(before: LockSet, now: LockSet) -> Iterator[IneffectiveLock]:
    """The locks that are held at a read and at the write that depends on it, each with its flaw."""
    yield from _flawed(before & now, Failure.OTHER_KEY)
    yield from _flawed(now - before, Failure.RELEASED_EARLY if same_lock(before, now) else Failure.TAKEN_LATE)
    yield from _flawed(before - now, Failure.RELEASED_EARLY)


def _flawed(locks: LockSet, otherwise: Failure) -> Iterator[IneffectiveLock]:
    """The locks without gates, each with its own flaw if it has one."""
    for held in sorted((each for each in locks if not each.is_gate), key=lambda each: (each.entered, str(each.path))):
        yield IneffectiveLock(held, FAILURES[held.flaw] if held.flaw is not None else otherwise)


FAILURES = {
    Flaw.MADE_ANEW: Failure.MADE_ANEW,
    Flaw.NEVER_WAITS: Failure.NEVER_WAITS,
    Flaw.LETS_SEVERAL_IN: Failure.LETS_SEVERAL_IN,
    Flaw.OTHER_LOOP: Failure.OTHER_LOOP,
}


class LockConflict(NamedTuple):
    """Two writes of one place under different locks."""

    access: Access
    other: Access


def lock_conflicts(meeting: Meeting) -> Iterator[LockConflict]:
    """The first write of each function that changes a place under another lock than an earlier function."""
    under_locks = [each for each in meeting.writes() if each.is_served and not each.is_serial and _known_locks(each)]
    first = [(each.order, _updates(each), each) for each in _first_of_each_kind(under_locks)]
    for access in one_per_function(under_locks):
        order, updates = access.order, _updates(access)
        before = (each for at, is_update, each in first if at < order and (updates or is_update))
        other = next((each for each in before if _is_conflict(access, each)), None)
        if other is not None:
            yield LockConflict(access, other)


def _first_of_each_kind(accesses: Iterable[Access]) -> Iterator[Access]:
    """Of the accesses that conflict with the same others, the first, and the first in another function."""
    functions: defaultdict[object, set[str]] = defaultdict(set)
    for each in accesses:
        known, function = functions[by_path_and_locks(each), _updates(each)], each.effect.site.function
        if len(known) < 2 and function not in known:
            known.add(function)
            yield each


def _is_conflict(access: Access, other: Access) -> bool:
    return not access.is_in_function_of(other) and touches(access, other) and not access.excludes(other)


def _known_locks(access: Access) -> bool:
    """Whether locks are held, and each is known to be one lock for all sessions."""
    held = [each for each in access.effect.locks if not each.is_gate]
    return bool(held) and all(_is_one_for_all(each) for each in held)


def _is_one_for_all(held: Held) -> bool:
    is_one = held.path.root.kind in (Kind.MODULE, Kind.CLASS, Kind.OBJECT) and not held.path.is_keyed
    return held.is_known and held.flaw is None and is_one


def _updates(access: Access) -> bool:
    """Whether a write depends on an earlier read, and other sessions could run between them without the lock."""
    depends = (each for each in access.effect.depends if each.by not in (By.GUARD, By.FOUND, By.CHANGED))
    changes = (each for each in depends if is_covered(each, access))
    return any(each.paused or access.in_threads for each in changes)


def first_of_each_place(found: Iterable[LockConflict]) -> Iterator[LockConflict]:
    """One for each place, however many functions take part."""
    seen: set[str] = set()
    for each in found:
        if each.access.place not in seen:
            seen.add(each.access.place)
            yield each
