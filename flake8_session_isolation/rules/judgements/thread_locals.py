"""Thread-local state that coroutines share, because they all run in one thread."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from flake8_session_isolation.dataflow.effects import Use
from flake8_session_isolation.dataflow.values import CONTEXT, Origin
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting, touches
from flake8_session_isolation.linking.kept_stacks import keeps_stack
from flake8_session_isolation.linking.shapes import Instance
from flake8_session_isolation.rules import benign
from flake8_session_isolation.rules.benign import memo
from flake8_session_isolation.rules.benign.evidence import first_of
from flake8_session_isolation.rules.judgements.harms import Harm, Proof, does_harm
from flake8_session_isolation.rules.judgements.one_use import is_for_a_time
from flake8_session_isolation.slicing.execution_context import Context

_GOES_ON = (Use.DATA, Use.RECEIVER)
"""What a value is read for that shows more than whether there is one."""
_SETS = (Action.REPLACE, Action.STORE, Action.UPDATE)


def harmful(meeting: Meeting) -> list[Access]:
    """Writes of coroutines that others see; if coroutines only read, the reads that see what others have set."""
    left = [each for each in meeting.writes() if does_harm(each, meeting, THREAD_HARMS)]
    return left or [each for each in meeting.reads() if _is_set_by_callers(each, meeting)]


def left_by_callers(meeting: Meeting) -> Iterator[Access]:
    """Writes of functions with unknown callers that coroutines would see if they called them."""
    return (each for each in meeting.writes() if does_harm(each, meeting, UNKNOWN_THREAD_HARMS))


def _on_loop(access: Access) -> bool:
    """Whether a task makes it that shares its thread with other tasks."""
    return Context.TASKS in access.standing.contexts and not access.standing.is_supposed


def _is_unknown(access: Access) -> bool:
    """Whether it is unknown how the function runs."""
    return access.standing.contexts == {Context.UNKNOWN} or access.standing.is_supposed


def _finds(reader: Access, writer: Access, uses: Collection[Use]) -> bool:
    """Whether the value is still there for the reader: later in the same call, after others ran, or in another function
    that may run on the loop."""
    effect = reader.effect
    if not effect.exposed or effect.use not in uses or not touches(reader, writer):
        return False
    if reader.is_in_function_of(writer):
        return writer.effect.site in effect.after
    return _on_loop(reader) or _is_unknown(reader)


def _is_found_in_time(access: Access, meeting: Meeting) -> bool:
    return any(_finds(each, access, (*_GOES_ON, Use.TEST)) for each in meeting.reads())


def _is_found(access: Access, meeting: Meeting) -> bool:
    return any(_finds(each, access, _GOES_ON) for each in meeting.reads())


def _grows(access: Access, meeting: Meeting) -> bool:
    return access.effect.action is Action.GROW


def _sets(access: Access, meeting: Meeting) -> bool:
    return access.effect.action in _SETS


def _is_of_one_call(access: Access, meeting: Meeting) -> bool:
    """Whether the value belongs to a session, or differs between calls, such as a fresh identifier."""
    return access.carries_session_data or access.effect.value.is_unique or _enters_itself(access)


def _enters_itself(access: Access) -> bool:
    """Whether an object stores itself while it is entered."""
    if access.writer is None or access.inner_function not in ("__enter__", "__aenter__"):
        return False
    return any(each.root.name == access.writer.receiver and not each.steps for each in access.effect.value.places)


def _is_set_by_callers(reader: Access, meeting: Meeting) -> bool:
    """Whether a coroutine uses what a plain function of unknown callers sets. Where coroutines in sight call that, what
    they store is judged instead."""
    if not reader.effect.exposed or reader.effect.use not in _GOES_ON or not _on_loop(reader):
        return False
    theirs = [each for each in meeting.writes() if _is_callers(each, meeting) and touches(reader, each)]
    seen = {each.effect.site for each in meeting.writes() if _on_loop(each)} if theirs else set()
    theirs = [each for each in theirs if _is_unknown(each) and each.effect.site not in seen]
    return any(first_of(benign.CALLERS_VALUE, each, meeting) is None for each in theirs)


def _is_callers(access: Access, meeting: Meeting) -> bool:
    """Whether a function stores its callers' arguments."""
    came_in = _enters_itself(access) or any(_is_parameter(each) for each in access.effect.value.origins)
    return came_in and access.effect.action in (*_SETS, Action.GROW)


def _is_parameter(origin: Origin) -> bool:
    return not origin.called and origin != CONTEXT


def _is_for_now(access: Access, meeting: Meeting) -> bool:
    """Whether an object of the project is created on demand and removed by some function: it belongs to a request, not
    to a thread."""
    made = any(isinstance(each, Instance) for each in access.effect.value.shapes)
    return made and any(each.effect.action is Action.DELETE for each in meeting.writes())


def _is_stack(access: Access, meeting: Meeting) -> bool:
    """Whether an object of the project is created on demand that keeps a growing stack: the state of whichever task
    uses it."""
    made = [each.of for each in access.effect.value.shapes if isinstance(each, Instance)]
    return bool(made) and access.effect.action in _SETS and all(map(keeps_stack, made))


def _is_handed_out(access: Access, meeting: Meeting) -> bool:
    """Whether the function returns the object to its callers."""
    own = meeting.reads_charged_to(access.entry)
    return any(each.is_replied and each.effect.path == access.effect.path for each in own)


def _uses(reader: Access, writer: Access, meeting: Meeting, uses: Collection[Use]) -> bool:
    """Whether another function uses the value, or the same one passes it on from an earlier call."""
    reaches = not reader.is_in_function_of(writer) or memo.evidence(writer, meeting) is not None
    return reaches and reader.effect.use in uses and touches(reader, writer)


def _is_used_in_time(access: Access, meeting: Meeting) -> bool:
    return any(_uses(each, access, meeting, (*_GOES_ON, Use.TEST)) for each in meeting.reads())


def _is_used(access: Access, meeting: Meeting) -> bool:
    return any(_uses(each, access, meeting, _GOES_ON) for each in meeting.reads())


_TAKEN = Proof(_is_found, "no other task takes the value")
_TAKEN_IN_TIME = Proof(_is_found_in_time, "no other task takes the value")
_USED = Proof(_is_used, "no other function works with the value")
THREAD_HARMS = (
    Harm(is_for_a_time, benign.THREAD_FOR_A_TIME, (_TAKEN_IN_TIME,)),
    Harm(_grows, benign.THREAD_GROWTH, (_TAKEN,)),
    Harm(_sets, benign.THREAD_VALUE, (Proof(_is_of_one_call, "no session data is stored"), _TAKEN)),
)
UNKNOWN_THREAD_HARMS = (
    Harm(is_for_a_time, benign.THREAD_UNKNOWN_FOR_A_TIME, (Proof(_is_used_in_time, _USED.otherwise),)),
    Harm(_is_callers, benign.THREAD_UNKNOWN_VALUE, (_USED,)),
    Harm(_is_for_now, benign.THREAD_UNKNOWN, (_USED,)),
    Harm(_is_stack, benign.THREAD_UNKNOWN, (Proof(_is_handed_out, "it is not handed out"),)),
)
