"""What a thread-local keeps that coroutines, of which all run in one thread, take from each other."""

from __future__ import annotations

from collections.abc import Collection

from flake8_session_isolation.dataflow.effects import Use, literal
from flake8_session_isolation.dataflow.values import CONTEXT, Origin
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting, touches
from flake8_session_isolation.rules.judgements.session_state import is_memo, is_reference
from flake8_session_isolation.slicing.execution_context import Context


def harmful(meeting: Meeting) -> list[Access]:
    """What coroutines write there for others to find; if they only read, where they find what others have set."""
    left = [each for each in meeting.writes() if _is_left(each, meeting)]
    return left or [each for each in meeting.reads() if _is_reported_elsewhere(each, meeting)]


def _is_left(access: Access, meeting: Meeting) -> bool:
    """Whether a coroutine leaves its session's data where another finds it."""
    effect = access.effect
    if not _on_loop(access) or access.is_transient or effect.path.is_keyed:
        return False
    if is_for_a_time(access, meeting):
        return any(_finds(each, access, (*_GOES_ON, Use.TEST)) for each in meeting.reads())
    if is_memo(access) or is_reference(access):
        return False
    grows = effect.action is Action.GROW and not literal(effect.value)
    carries = access.carries_session_data or enters_itself(access)
    sets = effect.action in (Action.REPLACE, Action.STORE, Action.UPDATE) and carries
    return (grows or sets) and any(_finds(each, access, _GOES_ON) for each in meeting.reads())


_GOES_ON = (Use.DATA, Use.RECEIVER)
"""What a value is read for that tells more than whether there is one."""


def is_for_a_time(access: Access, meeting: Meeting) -> bool:
    """Whether the function sets it again after others had their turn: it is in force for one use, whatever it is."""
    effect = access.effect
    if is_memo(access):
        return False
    again = (each for each in meeting.writes() if each.effect.is_again and each.effect.late and each.inner_function == access.inner_function)
    return effect.action is Action.REPLACE and not effect.is_again and any(each.order > access.order for each in again)


def _on_loop(access: Access) -> bool:
    """Whether it happens in a task, beside others of the same thread."""
    return Context.TASKS in access.standing.contexts and not access.standing.is_supposed


def is_unknown(access: Access) -> bool:
    """Whether nothing in sight shows how the function runs."""
    return access.standing.contexts == {Context.UNKNOWN} or access.standing.is_supposed


def _finds(reader: Access, writer: Access, uses: Collection[Use]) -> bool:
    """Whether the value is still there for the reader to use: later in the same call, after others had their turn, or
    in another function, of which nothing says that it runs in a thread of its own."""
    effect = reader.effect
    if not effect.exposed or effect.use not in uses or not touches(reader, writer):
        return False
    if reader.is_in_function_of(writer):
        return writer.effect.site in effect.after
    return _on_loop(reader) or is_unknown(reader)


def _is_reported_elsewhere(access: Access, meeting: Meeting) -> bool:
    """Whether a coroutine works with what some plain function of unknown callers was told to set."""
    reads = access.effect.exposed and access.effect.use in _GOES_ON
    return reads and _on_loop(access) and any(is_told(each) and touches(access, each) for each in meeting.writes())


def _is_parameter(origin: Origin) -> bool:
    return not origin.called and origin != CONTEXT


def enters_itself(access: Access) -> bool:
    """Whether an object puts itself in force while it is entered."""
    own = access.writer.receiver if access.writer is not None and access.inner_function in ("__enter__", "__aenter__") else None
    return any(each.root.name == own and not each.steps for each in access.effect.value.places)


def is_told(access: Access) -> bool:
    """Whether a function of unknown callers sets what they give it: their state."""
    effect = access.effect
    came_in = enters_itself(access) or any(_is_parameter(each) for each in effect.value.origins)
    is_set = effect.action in (Action.REPLACE, Action.STORE, Action.UPDATE, Action.GROW) and not effect.path.is_keyed
    return is_unknown(access) and came_in and is_set and not access.is_transient and not is_memo(access)
