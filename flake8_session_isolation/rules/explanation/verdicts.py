"""Reasons for silence: the first benign reason of each access, in the order in which the rules use them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.rules import benign
from flake8_session_isolation.rules.benign import unserved
from flake8_session_isolation.rules.benign.evidence import Evidence, PlaceReason, at, first_of, first_of_place
from flake8_session_isolation.rules.judgements.class_attributes import CLASS_HARMS
from flake8_session_isolation.rules.judgements.context_variables import CONTEXT_HARMS
from flake8_session_isolation.rules.judgements.conversations import TALK, WORK
from flake8_session_isolation.rules.judgements.harms import NO_EVIDENCE, Harm, does_harm, silences
from flake8_session_isolation.rules.judgements.kept_state import DEFAULT_HARMS
from flake8_session_isolation.rules.judgements.races import RACES, REPLY, WALK
from flake8_session_isolation.rules.judgements.session_state import session_writes, state_harms
from flake8_session_isolation.rules.judgements.thread_locals import THREAD_HARMS, UNKNOWN_THREAD_HARMS


def silences_of(meeting: Meeting, supposed: Meeting | None, is_clear: bool) -> list[Evidence]:
    """The reasons for silence, each once, with all sites that show it: for session state, for races, and for optional
    codes, for which the place is judged as `supposed`. No reason is given where none is needed."""
    optional = _of_optional_codes(supposed) if supposed is not None else ()
    found = _merged([*_of_state(meeting), *_of_races(meeting), *optional])
    named = [each for each in found if each.reason != NO_EVIDENCE]
    if named or is_clear:
        return named
    without = (first_of(benign.HARMLESS, each, meeting) for each in meeting.writes())
    harmless = _merged(each for each in without if each is not None)
    return harmless or found[:1] or [Evidence(NO_EVIDENCE, note="no session's state is left there")]


def _of_state(meeting: Meeting) -> Iterator[Evidence]:
    """Why writes leave no session's state."""
    of_all = first_of_place(_place_reasons(meeting), meeting)
    if of_all is not None:
        yield of_all
        return
    harms = (*_harms(meeting), TALK, WORK)
    harmful = {each.effect.site for each in meeting.writes() if does_harm(each, meeting, harms)}
    for access in meeting.writes():
        if access.is_reported_elsewhere:
            yield Evidence("reported_elsewhere", at(access), "the file that contains it reports it")
        elif access.effect.site not in harmful:
            found = list(silences(access, meeting, harms))
            yield from found
            if not found and not access.is_served:
                yield unserved.explained(access)


def _place_reasons(meeting: Meeting) -> tuple[PlaceReason, ...]:
    if meeting.root.kind is Kind.CLASS:
        return benign.CLASS_PLACE
    is_state = not meeting.is_own and meeting.root.kind is not Kind.DEFAULT and not meeting.is_process_wide
    return benign.STATE_PLACE if is_state else ()


def _harms(meeting: Meeting) -> tuple[Harm, ...]:
    """The ways in which session state can be left at a place of this kind."""
    match meeting.root.kind:
        case Kind.CLASS:
            return CLASS_HARMS
        case Kind.CONTEXT:
            return CONTEXT_HARMS
        case Kind.THREAD:
            return THREAD_HARMS
        case Kind.DEFAULT:
            return DEFAULT_HARMS
    return state_harms(meeting)


def _of_races(meeting: Meeting) -> Iterator[Evidence]:
    """Why served accesses that depend on earlier ones do not race."""
    if meeting.is_own or meeting.root.kind in (Kind.DEFAULT, Kind.CACHED):
        return
    groups: tuple[tuple[Iterable[Access], tuple[Harm, ...]], ...] = (
        (meeting.writes(), RACES),
        (meeting.walks(), (WALK,)),
        (meeting.replies(), (REPLY,)),
    )
    for accesses, harms in groups:
        for access in accesses:
            if access.is_served and not does_harm(access, meeting, harms):
                yield from (each for each in silences(access, meeting, harms) if each.reason != NO_EVIDENCE)


def _of_optional_codes(meeting: Meeting) -> Iterator[Evidence]:
    """The reasons of optional codes that have reasons of their own."""
    if meeting.root.kind is Kind.THREAD:
        for access in meeting.writes():
            if not does_harm(access, meeting, UNKNOWN_THREAD_HARMS):
                yield from silences(access, meeting, UNKNOWN_THREAD_HARMS)
    if meeting.root.kind is Kind.OBJECT:
        reasons = (first_of(benign.OBJECT_IF_SHARED, each, meeting) for each in session_writes(meeting))
        yield from (each for each in reasons if each is not None)


def _merged(found: Iterable[Evidence]) -> list[Evidence]:
    """Each reason once for each note, with the sites of all accesses to which it applies."""
    merged: dict[tuple[str, str], Evidence] = {}
    for each in found:
        key = (each.reason, each.note)
        before = merged.get(key)
        shown = dict.fromkeys((*(before.shown if before else ()), *each.shown))
        merged[key] = each._replace(shown=tuple(shown))
    return list(merged.values())
