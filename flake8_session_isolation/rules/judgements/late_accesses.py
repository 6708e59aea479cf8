"""Accesses that race and hold no lock: what happens there, and what a lock has to cover."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from flake8_session_isolation.dataflow.access_paths import Path
from flake8_session_isolation.dataflow.effects import By
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.judgements.lock_protection import ineffective_lock, unprotected


class Description(NamedTuple):
    """What happens to a place, and what a lock has to cover."""

    place: Path
    what: str
    cure: str


def late_accesses(meeting: Meeting) -> Iterator[Access]:
    """The accesses that race and hold no lock, one for each function."""
    return (each for each in unprotected(meeting) if ineffective_lock(each) is None)


def description(access: Access) -> Description:
    """What happens at an access that races."""
    path = access.effect.path
    between = "while other threads run" if access.in_threads else "after an await"
    kinds = {each.by for each in access.effect.depends}
    if access.effect.action is Action.ITERATE:
        return Description(path, "may be resized while a loop over it awaits", "the loop")
    if By.REPLY in kinds:
        return Description(path, f"is sent to, then received from {between}", "both")
    if By.GROWTH in kinds:
        return Description(path, f"is changed again {between}", "both changes")
    if By.VALUE in kinds:
        return Description(path, f"is read, then written {between}", "both")
    if _is_counted(access):
        return Description(path._replace(steps=path.steps[:-1]), f"is counted, then added to {between}", "both")
    return Description(path, f"is tested, then {'removed' if _removes(access) else 'set'} {between}", "both")


def _removes(access: Access) -> bool:
    return access.effect.action in (Action.DELETE, Action.TAKE)


def _is_counted(access: Access) -> bool:
    """Whether what was tested is the container to which one more element is added."""
    whole = access.effect.path.steps[:-1]
    guards = [each.read.path for each in access.effect.depends if each.by is By.GUARD]
    adds = access.effect.action is not Action.REPLACE and not _removes(access)
    return bool(guards) and adds and all(each.steps == whole for each in guards)
