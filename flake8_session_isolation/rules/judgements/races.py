"""Races: accesses that rely on what another session may have changed in the meantime."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.dataflow.access_paths import Path
from flake8_session_isolation.dataflow.effects import By, Use
from flake8_session_isolation.facts import Action
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.interference.accesses import Access, Meeting, alike, by_path, touches
from flake8_session_isolation.linking.places import Kind, Site
from flake8_session_isolation.rules import benign
from flake8_session_isolation.rules.judgements.dependences import is_open, of_kind, old_values
from flake8_session_isolation.rules.judgements.harms import Harm, Proof, does_harm
from flake8_session_isolation.rules.judgements.walks import raises_when_resized, resizes, resizing


def races(meeting: Meeting) -> Iterator[Access]:
    """Writes that depend on an old read of the place, and those that pass a limit tested before."""
    changes = (each for each in meeting.writes() if each.effect.action not in (Action.CONVERSE, Action.WORK))
    return (each for each in changes if does_harm(each, meeting, RACES))


def disturbed_walks(meeting: Meeting) -> Iterator[Access]:
    """Iterations over a container that others resize at the same time, which raises."""
    return (each for each in meeting.walks() if does_harm(each, meeting, (WALK,)))


def mixed_replies(meeting: Meeting) -> Iterator[Access]:
    """Replies that may answer another session's message: one connection for all, and no lock over send and receive."""
    return (each for each in meeting.replies() if does_harm(each, meeting, (REPLY,)))


def _may_race(access: Access, meeting: Meeting) -> bool:
    """Whether races are judged at the place: not in application storage and process-wide places, nor where only the
    form of a class shows that calls share its object."""
    is_shown = not access.standing.is_reuse and not meeting.is_process_wide
    return is_shown and access.effect.path.root.kind is not Kind.STORAGE


def _has_old_value(access: Access, meeting: Meeting) -> bool:
    return bool(of_kind(access, By.VALUE)) and _may_race(access, meeting)


def _is_stale_value(access: Access, meeting: Meeting) -> bool:
    return all(is_open(each, access) for each in old_values(access))


def _is_at_position(access: Access, meeting: Meeting) -> bool:
    """Whether an element is taken out at a position that was computed from the list, and no test looks at the element:
    one that only looks at the list does not show which element is there now."""
    is_taken = access.effect.action in (Action.TAKE, Action.DISCARD) and _has_old_value(access, meeting)
    whole = len(access.effect.path.steps)
    return is_taken and all(len(each.read.path.steps) <= whole for each in of_kind(access, By.GUARD))


def _has_grown_before(access: Access, meeting: Meeting) -> bool:
    return bool(of_kind(access, By.GROWTH)) and _may_race(access, meeting)


def _is_mixed(access: Access, meeting: Meeting) -> bool:
    """Whether another session's elements can come between two appends of a call to a list under a conversation's key,
    as far as this file shows. A list that only another file's function reads may hold records in any order."""
    if not any(is_open(each, access) for each in of_kind(access, By.GROWTH)) or not access.effect.path.is_keyed:
        return False
    taken = (each for each in meeting.reads() if each.effect.use in (Use.DATA, Use.RECEIVER))
    is_all_here = access.is_in_this_file and access.is_entered_here
    return is_all_here or any(touches(each, access) for each in taken)


def _was_tested(access: Access, meeting: Meeting) -> bool:
    return bool(of_kind(access, By.GUARD)) and _may_race(access, meeting)


def _is_stale_test(access: Access, meeting: Meeting) -> bool:
    return all(is_open(each, access) for each in of_kind(access, By.GUARD))


def _enters_what_is_counted(access: Access, meeting: Meeting) -> bool:
    """Whether a new entry is created only because of the size of the container. If the entry itself was tested as well,
    the place is a cache, which may hold one more."""
    guards = of_kind(access, By.GUARD)
    if access.effect.action not in (Action.ADD, Action.STORE) or not guards:
        return False
    whole = access.effect.path._replace(steps=access.effect.path.steps[:-1])
    return all(each.read.path == whole and (each.read.site, whole) in _counts(meeting) for each in guards)


@memoised
def _counts(meeting: Meeting) -> set[tuple[Site, Path]]:
    """The reads of the size of what is counted."""
    counts = (each.effect for each in meeting.reads() if each.effect.use is Use.COUNT)
    return {(each.site, each.path) for each in counts}


def _is_old_count(access: Access, meeting: Meeting) -> bool:
    return all(each.paused for each in of_kind(access, By.GUARD))


def _is_reply(access: Access, meeting: Meeting) -> bool:
    return access.effect.action is Action.RECEIVE


def _is_in_pieces(access: Access, meeting: Meeting) -> bool:
    return access.in_threads or any(each.paused for each in access.effect.depends)


def _is_walk(access: Access, meeting: Meeting) -> bool:
    return access.effect.action is Action.ITERATE and raises_when_resized(access)


@alike(by_path)
def _is_resized(access: Access, meeting: Meeting) -> bool:
    return any(resizes(each, access) for each in resizing(meeting))


RACES = (
    Harm(_has_old_value, benign.RACE_VALUE, (Proof(_is_stale_value, "the old value holds at the write"),)),
    Harm(_is_at_position, benign.RACE_POSITION, (Proof(_is_stale_value, "the position holds at the write"),)),
    Harm(_has_grown_before, benign.RACE_GROWTH, (Proof(_is_mixed, "no order of the elements is relied on"),)),
    Harm(_was_tested, benign.RACE_TEST, (Proof(_is_stale_test, "the test holds at the write"),)),
    Harm(_enters_what_is_counted, benign.RACE_LIMIT, (Proof(_is_old_count, "the count holds at the new entry"),)),
)
REPLY = Harm(_is_reply, benign.RACE_REPLY, (Proof(_is_in_pieces, "no pause separates the message from the reply"),))
WALK = Harm(_is_walk, benign.RACE_WALK, (Proof(_is_resized, "no served function changes the size meanwhile"),))
