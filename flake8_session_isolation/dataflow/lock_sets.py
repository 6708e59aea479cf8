"""Lock sets: which locks are held where something happens.

A `Held` is one stay in a lock.  Two accesses are one step for others when one and the same stay covers both; two
accesses of different functions keep out of each other's way when they hold the same lock.  A stay with a flaw keeps
no one out; it is remembered to tell the user why.
"""

from __future__ import annotations

import enum
from typing import NamedTuple, TypeAlias

from flake8_session_isolation.dataflow.access_paths import Path, Step
from flake8_session_isolation.facts import Stops


class Flaw(enum.Enum):
    """Why a lock that is held excludes no other session."""

    MADE_ANEW = "each call creates its own"
    NEVER_WAITS = "it never blocks"
    LETS_SEVERAL_IN = "it admits several holders"
    OTHER_LOOP = "it works in one event loop, and its holders run in several"


class Held(NamedTuple):
    """A lock that is held, at `path`, taken at line and column `entered` of `function`. A gate, a flag that the code
    tests and sets in one step, counts as held while it is set. `stops` is known only if the lock's creation is
    known."""

    path: Path
    entered: tuple[int, int]
    function: str
    is_gate: bool = False
    stops: Stops = Stops.UNKNOWN
    flaw: Flaw | None = None

    @property
    def is_known(self) -> bool:
        """Whether its creation is known."""
        return self.stops is not Stops.UNKNOWN


LockSet: TypeAlias = frozenset[Held]
NO_LOCKS: LockSet = frozenset()


def same_lock(some: LockSet, others: LockSet) -> bool:
    """Whether two lock sets have a lock in common, so that their holders exclude each other."""
    return bool(some) and bool(others) and not lock_names(some).isdisjoint(lock_names(others))


def lock_names(locks: LockSet) -> frozenset[tuple[object, ...]]:
    """The locks of a set that exclude other callers, by names that are the same in all functions."""
    return frozenset(_name(each) for each in locks if each.flaw is None)


def protects(held: Held, path: Path) -> bool:
    """Whether a held lock covers every access to `path`; a lock for each key covers the entries of that key."""
    return held.flaw is None and is_lock_of(held, path)


def is_lock_of(held: Held, path: Path) -> bool:
    """Whether a lock, valid or not, is meant for all accesses to `path`."""
    key = _separating(held.path)
    if key is None:
        return True
    guarded = _separating(path)
    if guarded is None:
        return False
    return key.parameter is None or guarded.parameter is None or key.parameter == guarded.parameter


def _separating(path: Path) -> Step | None:
    return next((each for each in path.steps if each.is_item and each.separates), None)


def _name(held: Held) -> tuple[object, ...]:
    """The name of a lock; one under a key is known by its table, because functions spell keys differently."""
    return (held.path.root, tuple("*" if step.is_item else step.name for step in held.path.steps))
