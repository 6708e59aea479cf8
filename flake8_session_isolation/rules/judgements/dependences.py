"""Dependences of a write on earlier reads, and whether another session can run in between."""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By, Dependence
from flake8_session_isolation.dataflow.lock_sets import Held, protects
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access
from flake8_session_isolation.rules.judgements.stored_values import is_quantity


def of_kind(access: Access, kind: By) -> list[Dependence]:
    """The dependences of one kind."""
    return [each for each in access.effect.depends if each.by is kind]


def old_values(access: Access) -> list[Dependence]:
    """The old values from which the stored one was computed: those of the same place, if there are any; a part that is
    looked up later is old as well. An object that is replaced is as old as its first look-up, whenever it is read."""
    values = of_kind(access, By.VALUE)
    same = [each for each in values if each.read.path == access.effect.path]
    if access.effect.action in (Action.REPLACE, Action.STORE):
        same = [each for each in same if not each.read.is_of_held] or same
    return same or values


def lost_update(access: Access) -> Dependence | None:
    """The read of the same place from which a stored number was computed, if another session can change the number in
    between: that session's change is lost. Of several reads the first."""
    if not is_quantity(access) or access.effect.action not in (Action.REPLACE, Action.STORE, Action.UPDATE):
        return None
    same = (each for each in of_kind(access, By.VALUE) if each.read.path == access.effect.path)
    return min((each for each in same if is_open(each, access)), key=lambda each: each.read.site, default=None)


def covering(dependence: Dependence, access: Access) -> set[Held]:
    """The locks and gates that cover both the read and the write that depends on it."""
    both = dependence.read.locks & access.effect.locks
    return {each for each in both if protects(each, access.effect.path)}


def is_covered(dependence: Dependence, access: Access) -> bool:
    """Whether one lock or gate covers the read and the write that depends on it."""
    both = dependence.read.locks & access.effect.locks
    return any(protects(each, access.effect.path) for each in both)


def is_open(dependence: Dependence, access: Access) -> bool:
    """Whether another session can run between the read and the write that depends on it."""
    if is_covered(dependence, access):
        return False
    takes = access.effect.action in (Action.TAKE, Action.DELETE)
    return dependence.paused or (access.in_threads and not takes)
