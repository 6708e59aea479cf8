"""What a thread-local keeps that coroutines, of which all run in one thread, take from each other."""

from __future__ import annotations

from collections.abc import Collection

from flake8_session_isolation.dataflow.effects import Use, literal
from flake8_session_isolation.dataflow.values import CONTEXT, Origin
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Meeting, Visit, touches
from flake8_session_isolation.rules.judgements.session_state import is_memo, is_reference
from flake8_session_isolation.slicing.execution_context import Context


def harmful(meeting: Meeting) -> list[Visit]:
    """What coroutines write there for others to find; if they only read, where they find what others have set."""
    left = [each for each in meeting.writes() if _is_left(each, meeting)]
    return left or [each for each in meeting.reads() if _is_told_elsewhere(each, meeting)]


def _is_left(visit: Visit, meeting: Meeting) -> bool:
    """Whether a coroutine leaves its session's data where another finds it."""
    effect = visit.effect
    if not _on_loop(visit) or visit.is_transient or effect.path.is_keyed:
        return False
    if is_for_a_time(visit, meeting):
        return any(_finds(each, visit, (*_GOES_ON, Use.TEST)) for each in meeting.reads())
    if is_memo(visit) or is_reference(visit):
        return False
    grows = effect.action is Action.GROW and not literal(effect.value)
    carries = visit.carries_session_data or enters_itself(visit)
    sets = effect.action in (Action.REPLACE, Action.STORE, Action.UPDATE) and carries
    return (grows or sets) and any(_finds(each, visit, _GOES_ON) for each in meeting.reads())


_GOES_ON = (Use.DATA, Use.RECEIVER)
"""What a value is read for that tells more than whether there is one."""


def is_for_a_time(visit: Visit, meeting: Meeting) -> bool:
    """Whether the function sets it again after others had their turn: it is in force for one use, whatever it is."""
    effect = visit.effect
    if is_memo(visit):
        return False
    again = (each for each in meeting.writes() if each.effect.is_again and each.effect.late and each.doer == visit.doer)
    return effect.action is Action.REPLACE and not effect.is_again and any(each.order > visit.order for each in again)


def _on_loop(visit: Visit) -> bool:
    """Whether it happens in a task, beside others of the same thread."""
    return Context.TASKS in visit.standing.contexts and not visit.standing.is_supposed


def is_unknown(visit: Visit) -> bool:
    """Whether nothing in sight shows how the function runs."""
    return visit.standing.contexts == {Context.UNKNOWN} or visit.standing.is_supposed


def _finds(reader: Visit, writer: Visit, uses: Collection[Use]) -> bool:
    """Whether the value is still there for the reader to use: later in the same call, after others had their turn, or
    in another function, of which nothing says that it runs in a thread of its own."""
    effect = reader.effect
    if not effect.exposed or effect.use not in uses or not touches(reader, writer):
        return False
    if reader.stands_with(writer):
        return writer.effect.site in effect.after
    return _on_loop(reader) or is_unknown(reader)


def _is_told_elsewhere(visit: Visit, meeting: Meeting) -> bool:
    """Whether a coroutine works with what some plain function of unknown callers was told to set."""
    reads = visit.effect.exposed and visit.effect.use in _GOES_ON
    return reads and _on_loop(visit) and any(is_told(each) and touches(visit, each) for each in meeting.writes())


def _is_parameter(origin: Origin) -> bool:
    return not origin.called and origin != CONTEXT


def enters_itself(visit: Visit) -> bool:
    """Whether an object puts itself in force while it is entered."""
    own = visit.writer.receiver if visit.writer is not None and visit.doer in ("__enter__", "__aenter__") else None
    return any(each.root.name == own and not each.steps for each in visit.effect.value.places)


def is_told(visit: Visit) -> bool:
    """Whether a function of unknown callers sets what they give it: their state."""
    effect = visit.effect
    came_in = enters_itself(visit) or any(_is_parameter(each) for each in effect.value.origins)
    is_set = effect.action in (Action.REPLACE, Action.STORE, Action.UPDATE, Action.GROW) and not effect.path.is_keyed
    return is_unknown(visit) and came_in and is_set and not visit.is_transient and not is_memo(visit)
