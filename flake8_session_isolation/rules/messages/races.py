"""Messages about races: what happens to the place, in which function, and the cure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from flake8_session_isolation.dataflow.access_paths import Path
from flake8_session_isolation.dataflow.effects import By
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting, touching
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.rules.judgements.dependences import lost_update
from flake8_session_isolation.rules.judgements.session_keys import names_session
from flake8_session_isolation.rules.judgements.session_state import session_writes

KEEP_APART = "keep one per session"
LOCK, USE_ONE = "hold one lock over", "use one lock"
MAYBE = "if it is one user's"
"""The condition under which a place that may belong to one user is to be kept apart."""


def late_names(access: Access, meeting: Meeting, keepers: Collection[str] = ()) -> dict[str, str]:
    """The names for the message about a race; a function in another file is named."""
    path, what, covered = description(access)
    where = "" if access.is_in_this_file else f" in '{access.writer_shown}'"
    cure = _cure(access, meeting, covered, keepers)
    brief = USE_ONE if cure.startswith(LOCK) else cure
    return {"place": str(path), "what": what, "where": where, "cure": cure, "brief": brief}


def lost_update_names(access: Access) -> dict[str, str]:
    """What the message about session state says of a number that a session computes from a value which others may
    change meanwhile: one for each session would be another number. Empty for other state."""
    if lost_update(access) is None:
        return {}
    return {
        "reader": f"read {'while other threads run' if access.in_threads else 'before an await'}",
        "cure": f"{LOCK} both; {MAYBE}, {KEEP_APART}",
    }


def keepers_of_sessions(meetings: Iterable[Meeting]) -> frozenset[str]:
    """The classes whose shared objects keep session state in some attribute."""
    return frozenset(each.root.owner for each in meetings if each.root.kind is Kind.OBJECT and session_writes(each))


def _cure(access: Access, meeting: Meeting, covered: str, keepers: Collection[str]) -> str:
    """What to do about a race.

    A lock would keep updates apart, but not users: where what is stored belongs to one session, the cure is one place
    for each session; where it may, the message says so.
    """
    if access.effect.action is Action.ITERATE:
        return "loop over a copy"
    if _belongs_to_a_session(access, meeting):
        return KEEP_APART
    lock = f"{LOCK} {covered}"
    may_belong = meeting.root.owner in keepers or _may_belong_to_a_session(access, meeting)
    return f"{lock}; {MAYBE}, {KEEP_APART}" if may_belong else lock


def _belongs_to_a_session(access: Access, meeting: Meeting) -> bool:
    is_tested = any(each.by is By.GUARD for each in access.effect.depends)
    if is_tested and access.effect.action is Action.REPLACE and access.carries_session_data:
        return True
    return any(each.effect.site == access.effect.site for each in session_writes(meeting))


def _may_belong_to_a_session(access: Access, meeting: Meeting) -> bool:
    """Whether a session's data is stored at the place, or is the key there, and no key says whose it is."""
    keys = [each for each in access.effect.path.steps if each.is_item and each.separates]
    if any(names_session(str(each)) for each in keys):
        return False
    return bool(keys) or any(each.carries_session_data for each in touching(access, meeting) if each.effect.is_write)


class Description(NamedTuple):
    """What happens to a place, and what a lock has to cover."""

    place: Path
    what: str
    cure: str


def description(access: Access) -> Description:
    """What the message says of an access that races."""
    path = access.effect.path
    between = "while other threads run" if access.in_threads else "after an await"
    kinds = {each.by for each in access.effect.depends}
    if access.effect.action is Action.ITERATE:
        return Description(path, "may be resized while a loop over it awaits", "")
    if By.REPLY in kinds:
        return Description(path, f"carries a request, then its reply {between}", "both")
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
