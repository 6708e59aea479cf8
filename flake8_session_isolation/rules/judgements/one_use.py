"""State for the duration of one use: set, kept while others run, and reset or evaluated at the end.

Such state is one session's whatever its value is: a flag, a replaced function, the time of day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from flake8_session_isolation.dataflow.access_paths import Path
from flake8_session_isolation.dataflow.effects import By, Use, literal
from flake8_session_isolation.facts import Action
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.interference.accesses import Access, Meeting, touches
from flake8_session_isolation.linking.shapes import ENTRIES, EXITS, Instance, Made, is_signal
from flake8_session_isolation.rules.judgements.dependences import of_kind
from flake8_session_isolation.rules.judgements.readers import finders, is_exposed, outlasts
from flake8_session_isolation.rules.judgements.stored_values import constant_text
from flake8_session_isolation.slicing.execution_context import Context

_SETS = (Action.REPLACE, Action.STORE)


def is_for_a_time(access: Access, meeting: Meeting) -> bool:
    """Whether the function sets the place again after others ran: its value is in force for one use."""
    return any(_endings(access, meeting))


def is_restored(access: Access, meeting: Meeting) -> bool:
    """Whether the function sets the place, lets others run, and restores the former value. A flag that a coroutine of
    unknown callers sets may show that a part of the program runs. A flag that a handler or a context manager sets for a
    block belongs to the session that runs the block."""
    if access.effect.action not in _SETS or not (access.is_served or _is_entered(access)):
        return False
    endings = list(_endings(access, meeting))
    is_for_a_block = access.standing.is_by_facts or _is_entered(access)
    return any(_is_old_value(each, access) or (is_for_a_block and _is_switched_back(access, each)) for each in endings)


def is_busy_flag(access: Access, meeting: Meeting) -> bool:
    """Whether a wrapper skips part of its work while a flag is set, and sets it during its own work: the call of
    another thread then skips work that nothing has done for it."""
    if not (access.in_threads and access.standing.is_supposed and access.is_by_wrapper):
        return False
    tests = (each.read for each in of_kind(access, By.GUARD))
    is_tested = any(each.path == access.effect.path for each in tests)
    return is_tested and any(_is_switched_back(access, each) for each in _endings(access, meeting))


def is_in_force_for_others(access: Access, meeting: Meeting) -> bool:
    """Whether another served function reads or tests what is set for a time, and does not set it itself."""
    elsewhere = (each for each in meeting.reads() if not meeting.writes_in_function_of(each))
    return any(_looks(each, access) for each in elsewhere)


def is_reckoned_with(access: Access, meeting: Meeting) -> bool:
    """Whether the stored time is used where the same use ends: later in the same call, or in a hook that runs after the
    handler of every request, as the write ran before it."""
    return any(each.effect.use is Use.DATA and _ends(each, access) for each in finders(access, meeting))


def is_set_for_a_block(access: Access, meeting: Meeting) -> bool:
    """Whether an object of unknown callers puts itself into a variable as it is entered: it is the object of whoever
    runs the block."""
    owner = access.entry.owner
    if not access.standing.is_supposed or owner is None or access.entry.short_name not in ENTRIES:
        return False
    return access.effect.action is Action.REPLACE and any(
        isinstance(each, Instance) and each.of in owner.lineage() for each in access.effect.value.shapes
    )


def is_ended_with_the_block(access: Access, meeting: Meeting) -> bool:
    """Whether leaving the object sets the variable again."""
    ended = (each for each in meeting.writes() if each.entry.owner is access.entry.owner)
    return any(each.entry.short_name in EXITS and each.effect.path == access.effect.path for each in ended)


def is_used_in_the_block(access: Access, meeting: Meeting) -> bool:
    """Whether functions use what is in the variable, other than to enter or leave the object."""
    others = (each for each in meeting.reads() if each.entry.owner is not access.entry.owner and touches(each, access))
    return any(each.effect.use in (Use.DATA, Use.RECEIVER) for each in others)


def comes_back(access: Access, meeting: Meeting) -> bool:
    """Whether the stored value is in the reply of the same call, after others ran."""
    own = (each for each in finders(access, meeting) if each.entry is access.entry and each.is_replied)
    return any(access.effect.site in each.effect.after for each in own)


def is_begun(access: Access, meeting: Meeting) -> bool:
    """Whether a handler of a library puts an empty container in the place, whatever was there: it begins one for its
    own call."""
    effect = access.effect
    shapes = effect.value.shapes
    is_container = bool(shapes) and all(isinstance(each, Made) and not is_signal(each) for each in shapes)
    is_tested = any(each.by is By.GUARD for each in effect.depends)
    is_put = effect.action is Action.REPLACE and effect.value.is_new and is_container and not is_tested
    return access.standing.is_by_facts and is_put and not access.standing.is_reuse


def is_filled_in_its_call(access: Access, meeting: Meeting) -> bool:
    """Whether the same call puts its session's data in the container, and no other handler does: else it is emptied for
    all, and filled by all."""
    every = (each for each in meeting.writes() if each.carries_session_data and touches(each, access))
    fillers = {each.entry for each in every if _is_below(each, access) and each.standing.is_by_facts}
    return fillers == {access.entry}


def is_used_after_others(access: Access, meeting: Meeting) -> bool:
    """Whether the same call takes all that is in the container after others ran: it may be the container of another."""
    return any(_is_whole(each, access) for each in _taken_after_others(access, meeting))


def is_taken_after_others(access: Access, meeting: Meeting) -> bool:
    """Whether the same call takes the object, or a part of it, after others ran: it may be the object of another."""
    return any(True for _ in _taken_after_others(access, meeting))


def _taken_after_others(access: Access, meeting: Meeting) -> Iterator[Access]:
    own = (each for each in finders(access, meeting) if each.entry is access.entry and outlasts(access, each))
    return (each for each in own if each.effect.use in (Use.DATA, Use.RECEIVER))


def _is_whole(reader: Access, access: Access) -> bool:
    further = reader.effect.path.steps[len(access.effect.path.steps) :]
    return all(each.name == "*" for each in further)


def _is_below(other: Access, access: Access) -> bool:
    deeper = len(other.effect.path.steps) > len(access.effect.path.steps)
    return deeper or other.effect.action not in _SETS


def is_filled_by_sessions(access: Access, meeting: Meeting) -> bool:
    """Whether functions of sessions store what they are given in the place that is emptied, and served ones read it
    there. What nothing in sight calls is for handlers of other files to call."""
    filled = (each for each in meeting.writes() if not each.is_in_function_of(access))
    is_filled = any(_brings_what_it_was_given(each) and touches(each, access) for each in filled)
    return is_filled and (bool(finders(access, meeting)) or _is_counted_in_its_reply(access, meeting))


def _brings_what_it_was_given(access: Access) -> bool:
    if access.is_served:
        return access.carries_session_data
    return access.standing.contexts == {Context.UNKNOWN} and access.effect.value.is_somebodys


def _is_counted_in_its_reply(access: Access, meeting: Meeting) -> bool:
    """Whether the function that empties the place replies with the number of what has come in since, others' too."""
    own = (each for each in meeting.reads_charged_to(access.entry) if each.effect.use is Use.COUNT and each.is_replied)
    return any(touches(each, access) and is_exposed(each, access) and each.order > access.order for each in own)


def _endings(access: Access, meeting: Meeting) -> Iterator[Access]:
    """The later writes of the same place in the same function that end what is set."""
    effect = access.effect
    if effect.action not in _SETS or effect.is_again:
        return
    again = _made_again(meeting).get((effect.site.function, effect.path), ())
    yield from (each for each in again if each.order > access.order)


@memoised
def _made_again(meeting: Meeting) -> Mapping[tuple[str, Path], Sequence[Access]]:
    """By function and place the writes before which the function may have written there, and others may have run."""
    found: dict[tuple[str, Path], list[Access]] = {}
    for each in meeting.writes():
        if each.effect.is_again and (each.effect.late or each.in_threads):
            found.setdefault((each.effect.site.function, each.effect.path), []).append(each)
    return found


def _is_entered(access: Access) -> bool:
    """Whether a context manager makes the access, which each use enters: a served one, or one of unknown callers."""
    writer = access.writer
    if writer is None or not writer.is_context_manager:
        return False
    return access.is_served or (writer.is_coroutine and access.standing.contexts == {Context.UNKNOWN})


def _is_old_value(ending: Access, access: Access) -> bool:
    """Whether the value from before is restored."""
    before = (each.read for each in of_kind(ending, By.VALUE) if each.read.path == access.effect.path)
    return not literal(ending.effect.value) and any(each.site < access.effect.site for each in before)


def _is_switched_back(access: Access, ending: Access) -> bool:
    """Whether one constant is replaced by another; None in place of a value ends a resource."""
    texts = {constant_text(access), constant_text(ending)}
    return len(texts) == 2 and not texts & {None, "None"}


def _looks(reader: Access, writer: Access) -> bool:
    is_looked_at = reader.effect.use in (Use.DATA, Use.RECEIVER, Use.TEST) and is_exposed(reader, writer)
    return reader.is_served and is_looked_at and touches(reader, writer)


def _ends(reader: Access, writer: Access) -> bool:
    if reader.entry is writer.entry:
        return writer.effect.site in reader.effect.after and reader.order > writer.order
    return reader.is_around and writer.is_around
