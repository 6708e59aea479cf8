"""What a session chose for itself: constants that are set and set back where its data decides, for all to find."""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import Use
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting, touches
from flake8_session_isolation.rules.judgements.stored_values import constant_text


def is_switched(access: Access, meeting: Meeting) -> bool:
    """Whether a session's data decides that the function sets one constant, and on another way that it sets another.

    What is only set back where the same use ends is no choice, and one constant alone is a latch.
    """
    text = constant_text(access)
    if text is None or not _chooses(access):
        return False
    own = [each for each in meeting.writes() if each.entry is access.entry and touches(each, access)]
    ended = {each.effect.site for each in own if each.effect.is_again}
    if access.effect.site in ended:
        return False
    others = (each for each in own if each.effect.site not in ended and _chooses(each))
    return any(constant_text(each) not in (None, text) for each in others)


def _chooses(access: Access) -> bool:
    return access.is_swayed and access.effect.action in (Action.REPLACE, Action.STORE)


def decides_for_others(access: Access, meeting: Meeting) -> bool:
    """Whether the constant decides what another session gets: the same call looks at it after others had their turn,
    or, where the writer is a handler of a library, another served function does."""
    return any(_decides(each, access) for each in meeting.reads())


def _decides(reader: Access, writer: Access) -> bool:
    effect = reader.effect
    is_looked_at = effect.exposed and effect.use in (Use.TEST, Use.DATA) and reader.is_served
    if not is_looked_at or not touches(reader, writer):
        return False
    if reader.entry is writer.entry:
        return writer.effect.site in effect.after
    return writer.standing.is_told
