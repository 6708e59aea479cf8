"""Choices of one session that remain for others: constants that its data sets and resets, and what decides the
replies of other handlers."""

from __future__ import annotations

from collections import defaultdict

from flake8_session_isolation.dataflow.effects import Use
from flake8_session_isolation.facts import Action
from flake8_session_isolation.frontend.scopes import Function
from flake8_session_isolation.interference.accesses import Access, Meeting, reads_touching, touching
from flake8_session_isolation.rules.judgements.readers import outlasts
from flake8_session_isolation.rules.judgements.stored_values import constant_text, is_flag


def is_switched(access: Access, meeting: Meeting) -> bool:
    """Whether session data decides that the function sets one constant, and on another path a different one; or two
    handlers of a library set one each, between which users choose by what they call. A constant that is set back at the
    end of the same use is no choice, and one constant alone is a latch."""
    text = constant_text(access)
    if text is None:
        return False
    return _is_set_on_two_paths(access, meeting, text) or _is_set_by_two_handlers(access, meeting, text)


def _is_set_on_two_paths(access: Access, meeting: Meeting, text: str) -> bool:
    if not _chooses(access):
        return False
    own = [each for each in touching(access, meeting) if each.effect.is_write and each.entry is access.entry]
    ended = {each.effect.site for each in own if each.effect.is_again}
    if access.effect.site in ended:
        return False
    others = (each for each in own if each.effect.site not in ended and _chooses(each))
    return any(constant_text(each) not in (None, text) for each in others)


def _is_set_by_two_handlers(access: Access, meeting: Meeting, text: str) -> bool:
    """Whether each of two handlers does nothing to the place but set its constant, and a handler that does not set it
    reads it."""
    if not access.standing.is_by_facts:
        return False
    met = touching(access, meeting)
    texts: dict[Function, set[str | None]] = defaultdict(set)
    for each in met:
        if each.effect.is_write:
            texts[each.entry].add(constant_text(each) if each.standing.is_by_facts else None)
    known = [next(iter(each)) for each in texts.values() if len(each) == 1]
    if len(known) < len(texts) or texts[access.entry] != {text} or None in known or len(set(known)) < _CHOICES:
        return False
    return any(each.standing.is_by_facts and each.entry not in texts and _decides(each, access) for each in met)


_CHOICES = 2
"""So many constants at least make a choice."""


def _chooses(access: Access) -> bool:
    return access.is_decided_by_session and access.effect.action in _SETS


def is_given(access: Access, meeting: Meeting) -> bool:
    """Whether a handler of a library stores what a session sent."""
    is_sent = access.carries_unchanged and not is_flag(access)
    return access.standing.is_by_facts and is_sent and access.effect.action in _SETS


def decides_for_others(access: Access, meeting: Meeting) -> bool:
    """Whether the constant decides what another session gets: the same call reads it after others ran, or the writer is
    a handler of a library and served functions read it, the next call of the same one included."""
    return any(_decides(each, access) for each in reads_touching(access, meeting))


def decides_a_reply(access: Access, meeting: Meeting) -> bool:
    """Whether a handler of a library tests what was stored: another one, or the same call after others ran."""
    tests = (each for each in reads_touching(access, meeting) if each.effect.use is Use.TEST and each.effect.exposed)
    return any(each.standing.is_by_facts and _is_later(each, access) for each in tests)


def _is_later(reader: Access, writer: Access) -> bool:
    return reader.entry is not writer.entry or outlasts(writer, reader)


def _decides(reader: Access, writer: Access) -> bool:
    effect = reader.effect
    if not effect.exposed or effect.use not in (Use.TEST, Use.DATA) or not reader.is_served:
        return False
    return writer.standing.is_by_facts or outlasts(writer, reader)


_SETS = (Action.REPLACE, Action.STORE)
