"""Messages about races: what happens to the place, in which function, and the cure."""

from __future__ import annotations

from typing import NamedTuple

from flake8_session_isolation.dataflow.access_paths import Path
from flake8_session_isolation.dataflow.effects import By
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.judgements.session_state import session_writes


def late_names(access: Access, meeting: Meeting) -> dict[str, str]:
    """The names for the message of an access that races.

    The function is named where it is in another file than the finding.  A lock would keep updates apart, but not users:
    where what is stored belongs to one session, the cure is one place for each session.
    """
    path, what, covered = description(access)
    where = "" if access.is_in_this_file else f" in '{access.writer_shown}'"
    cure = "keep one per session" if _belongs_to_a_session(access, meeting) else f"hold one lock over {covered}"
    return {"place": str(path), "what": what, "where": where, "cure": cure}


def _belongs_to_a_session(access: Access, meeting: Meeting) -> bool:
    is_tested = any(each.by is By.GUARD for each in access.effect.depends)
    if is_tested and access.effect.action is Action.REPLACE and access.carries_session_data:
        return True
    return any(each.effect.site == access.effect.site for each in session_writes(meeting))


class Description(NamedTuple):
    """What happens to a place, and what a lock has to cover."""

    place: Path
    what: str
    cure: str


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
