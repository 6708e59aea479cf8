"""What harms of what functions remember between calls: the judgements of rule SIS006."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.dataflow.cached_functions import COROUTINE
from flake8_session_isolation.dataflow.effects import By, Use, literal
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting, touches


def changes_of_default(meeting: Meeting) -> Iterator[Access]:
    """Writes into a default by which a later call finds what an earlier one left."""
    memos = {each.effect.site for each in meeting.writes() if _is_searched_before(each)}
    for access in meeting.writes():
        if access.effect.site not in memos and _is_in_containers(access) and _is_kept(access, meeting):
            yield access


def left_in_cache(meeting: Meeting) -> Iterator[Access]:
    """Results that are not for the next caller."""
    return (each for each in meeting.writes() if each.effect.is_left_in_cache)


def is_coroutine(access: Access) -> bool:
    """Whether a cache keeps a coroutine."""
    return COROUTINE in access.effect.value.shapes


def _is_in_containers(access: Access) -> bool:
    """Whether the default itself is changed, or a container in it: no attribute of an object that it holds.

    Where the default is an object, an attribute of it is a container that takes a session's data.
    """
    steps = access.effect.path.steps
    if not steps or steps[0].is_item:
        return all(each.is_item for each in steps)
    return len(steps) == 1 and access.effect.action is Action.GROW and bool(access.effect.value.origins)


def _is_searched_before(access: Access) -> bool:
    """Whether the write fills in what was looked for and not found, or nobody's data where a test of the whole allowed
    it: a memo, or a list used as a set."""
    deep = max(len(access.effect.path.steps), 1) if access.effect.value.origins else 0
    return any(each.by is By.GUARD and len(each.read.path.steps) >= deep for each in access.effect.depends)


def _is_kept(access: Access, meeting: Meeting) -> bool:
    effect = access.effect
    match effect.action:
        case Action.GROW if not effect.path.is_keyed:
            return any(_takes(each, access) for each in meeting.accesses)
        case Action.UPDATE if not effect.path.steps:
            return bool(effect.value.origins) and any(_takes(each, access) for each in meeting.accesses)
        case Action.REPLACE:
            return True
        case Action.ADD:
            return any(_takes_whole(each) for each in meeting.accesses)
        case Action.STORE if len(effect.path.steps) == 1:
            if literal(effect.value) or _is_count(access):
                return False
            if effect.path.is_keyed and effect.site.function == meeting.root.owner:
                return any(_takes_whole(each) for each in meeting.accesses)
            return any(_takes(each, access) and not _renews(each, access) for each in meeting.accesses)
    return False


def _is_count(access: Access) -> bool:
    """Whether the new value is made of the old one and of nobody's data."""
    effect = access.effect
    return not effect.value.origins and any(each.by is By.VALUE for each in effect.depends)


def _takes(reader: Access, writer: Access) -> bool:
    """Whether somebody takes, of what the default is, the part that is written."""
    effect = reader.effect
    if effect.is_write or effect.use in (Use.LOG, Use.TEST, Use.DROPPED) or not effect.exposed:
        return False
    return touches(reader, writer)


def _takes_whole(reader: Access) -> bool:
    """Whether somebody takes the default as it is."""
    effect = reader.effect
    return not effect.is_write and not effect.path.steps and effect.use is Use.DATA and effect.exposed


def _renews(reader: Access, writer: Access) -> bool:
    """Whether each way to the read writes the part anew, so that what an earlier call left is never seen."""
    return writer.effect.path in reader.effect.renewed
