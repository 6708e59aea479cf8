"""Choices of one session that remain for others: constants that its data sets and resets, and what decides the
replies of other handlers."""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import Use
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting, reads_touching, touching
from flake8_session_isolation.rules.judgements.stored_values import constant_text


def is_switched(access: Access, meeting: Meeting) -> bool:
    """Whether session data decides that the function sets one constant, and on another path a different one. A constant
    that is set back at the end of the same use is no choice, and one constant alone is a latch."""
    text = constant_text(access)
    if text is None or not _chooses(access):
        return False
    own = [each for each in touching(access, meeting) if each.effect.is_write and each.entry is access.entry]
    ended = {each.effect.site for each in own if each.effect.is_again}
    if access.effect.site in ended:
        return False
    others = (each for each in own if each.effect.site not in ended and _chooses(each))
    return any(constant_text(each) not in (None, text) for each in others)


def _chooses(access: Access) -> bool:
    return access.is_decided_by_session and access.effect.action in _SETS


def is_given(access: Access, meeting: Meeting) -> bool:
    """Whether a handler of a library stores what a session sent."""
    return access.standing.is_by_facts and access.carries_unchanged and access.effect.action in _SETS


def decides_for_others(access: Access, meeting: Meeting) -> bool:
    """Whether the constant decides what another session gets: the same call reads it after others ran, or the writer is
    a handler of a library and another served function reads it."""
    return any(_decides(each, access) for each in reads_touching(access, meeting))


def decides_a_reply(access: Access, meeting: Meeting) -> bool:
    """Whether another handler of a library tests what was stored."""
    others = (each for each in reads_touching(access, meeting) if each.entry is not access.entry)
    return any(each.standing.is_by_facts and each.effect.use is Use.TEST and each.effect.exposed for each in others)


def _decides(reader: Access, writer: Access) -> bool:
    effect = reader.effect
    if not effect.exposed or effect.use not in (Use.TEST, Use.DATA) or not reader.is_served:
        return False
    return writer.effect.site in effect.after if reader.entry is writer.entry else writer.standing.is_by_facts


_SETS = (Action.REPLACE, Action.STORE)
