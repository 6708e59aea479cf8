"""What the locks around a disturbed access are worth: none is there, or one that keeps nobody out, and why."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from flake8_session_isolation.dataflow.effects import By
from flake8_session_isolation.dataflow.lock_sets import Flaw, Held, LockSet, same_lock
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting, one_per_function, touches
from flake8_session_isolation.linking.places import Kind, Site
from flake8_session_isolation.rules.judgements.dependences import is_covered
from flake8_session_isolation.rules.judgements.races import disturbed_walks, mixed_replies, races
from flake8_session_isolation.rules.judgements.session_state import session_writes


class Failure(enum.Enum):
    """Why a lock that is held somewhere does not protect a place."""

    MADE_ANEW = "each call makes its own"
    NEVER_WAITS = "nothing in it can wait"
    LETS_SEVERAL_IN = "it counts to more than one"
    OTHER_LOOP = "its holders run in loops of their own"
    OTHER_KEY = "it is kept under another key than the place"
    TAKEN_LATE = "the place was looked at before"
    RELEASED_EARLY = "what was found is used afterwards"
    NOT_EVERYWHERE = "others change the place without it"


class Pretence(NamedTuple):
    """A lock that is held, and what is wrong with it."""

    held: Held
    failure: Failure


def disturbed(meeting: Meeting) -> Iterator[Access]:
    """The first access of each function that others can disturb: it acts on what may have changed meanwhile.

    None where a session's state is left: then no lock would help.
    """
    if session_writes(meeting):
        return
    yield from one_per_function([*races(meeting), *disturbed_walks(meeting), *mixed_replies(meeting)])


def pretence(access: Access) -> Pretence | None:
    """The lock by which a disturbed access is meant to be protected; None where there is none."""
    effect = access.effect
    if effect.action is Action.ITERATE:
        return next(_said(effect.locks, Failure.NOT_EVERYWHERE), None)
    exposed = (each for each in effect.depends if not is_covered(each, access))
    ordered = sorted(exposed, key=lambda each: each.read.site)
    return next((told for each in ordered for told in _around(each.read.locks, effect.locks)), None)


def mended_at(access: Access) -> Site:
    """Where one function looks and acts: the write itself, or its call of the helper that writes."""
    effect = access.effect
    if not access.is_in_this_file:
        return effect.shown_at
    looks = [each.read.site.function for each in effect.depends if each.paused]
    return next((each for each in reversed(effect.calls_at) if each.function in looks), effect.shown_at)


def _around(before: LockSet, now: LockSet) -> Iterator[Pretence]:
    """What is wrong with the locks held at a read and at the write that hangs on it."""
    yield from _said(before & now, Failure.OTHER_KEY)
    yield from _said(now - before, Failure.RELEASED_EARLY if same_lock(before, now) else Failure.TAKEN_LATE)
    yield from _said(before - now, Failure.RELEASED_EARLY)


def _said(locks: LockSet, otherwise: Failure) -> Iterator[Pretence]:
    """The locks, each with its own flaw where it has one; a gate is no lock to speak of."""
    for held in sorted((each for each in locks if not each.is_gate), key=lambda each: (each.entered, str(each.path))):
        yield Pretence(held, FAILURES[held.flaw] if held.flaw is not None else otherwise)


FAILURES = {
    Flaw.MADE_ANEW: Failure.MADE_ANEW,
    Flaw.NEVER_WAITS: Failure.NEVER_WAITS,
    Flaw.LETS_SEVERAL_IN: Failure.LETS_SEVERAL_IN,
    Flaw.OTHER_LOOP: Failure.OTHER_LOOP,
}


class Rivals(NamedTuple):
    """Two writers of one place, each under a lock that the other does without."""

    access: Access
    other: Access


def rivals(meeting: Meeting) -> Iterator[Rivals]:
    """Each function that changes a place under another lock than a function before it does."""
    under_locks = [each for each in meeting.writes() if each.is_served and not each.is_serial and _known_locks(each)]
    for access in one_per_function(under_locks):
        before = (each for each in under_locks if each.order < access.order)
        other = next((each for each in before if _are_rivals(access, each)), None)
        if other is not None:
            yield Rivals(access, other)


def _are_rivals(access: Access, other: Access) -> bool:
    elsewhere = not access.is_in_function_of(other)
    return elsewhere and touches(access, other) and not access.excludes(other) and (_updates(access) or _updates(other))


def _known_locks(access: Access) -> bool:
    """Whether all locks held are seen to be one lock each for everybody."""
    held = [each for each in access.effect.locks if not each.is_gate]
    return bool(held) and all(_is_everybodys(each) for each in held)


def _is_everybodys(held: Held) -> bool:
    is_one = held.path.root.kind in (Kind.MODULE, Kind.CLASS, Kind.OBJECT) and not held.path.is_keyed
    return held.is_known and held.flaw is None and is_one


def _updates(access: Access) -> bool:
    """Whether a write puts back what was computed from an old value, in a step that others could see half done."""
    changes = (each for each in access.effect.depends if each.by is not By.GUARD and is_covered(each, access))
    return any(each.paused or access.in_threads for each in changes)


def first_of_each_place(found: Iterable[Rivals]) -> Iterator[Rivals]:
    """One for each place, however many functions take part."""
    seen: set[str] = set()
    for each in found:
        if each.access.place not in seen:
            seen.add(each.access.place)
            yield each
