"""Session state: writes that leave one session's state where another session finds it."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.dataflow.effects import By, Use
from flake8_session_isolation.facts import Action
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function
from flake8_session_isolation.interference.accesses import Access, Meeting, touches
from flake8_session_isolation.linking.places import Site
from flake8_session_isolation.rules import benign
from flake8_session_isolation.rules.benign.evidence import first_of, first_of_place
from flake8_session_isolation.rules.judgements.choices import (
    decides_a_reply,
    decides_for_others,
    is_given,
    is_switched,
)
from flake8_session_isolation.rules.judgements.dependences import of_kind
from flake8_session_isolation.rules.judgements.harms import Harm, Proof, does_harm
from flake8_session_isolation.rules.judgements.one_use import (
    comes_back,
    is_begun,
    is_filled_by_sessions,
    is_filled_in_its_call,
    is_busy_flag,
    is_ended_with_the_block,
    is_in_force_for_others,
    is_reckoned_with,
    is_restored,
    is_set_for_a_block,
    is_taken_after_others,
    is_used_after_others,
    is_used_in_the_block,
)
from flake8_session_isolation.rules.judgements.readers import (
    finders,
    finds,
    reaches_others,
    shows_whole,
    takers,
    talks_to,
    users,
)
from flake8_session_isolation.rules.judgements.stored_values import (
    identifies_a_call,
    is_count_of_input,
    is_fresh_object,
    is_quantity,
)


@memoised
def session_writes(meeting: Meeting) -> list[Access]:
    """Writes that leave one session's state where another sees it; none at a place that is meant to be shared."""
    if not meeting.is_process_wide and first_of_place(benign.STATE_PLACE, meeting) is not None:
        return []
    harms = state_harms(meeting)
    return [each for each in meeting.writes() if does_harm(each, meeting, harms)]


def kept_if_shared(meeting: Meeting) -> Iterator[Access]:
    """Writes that leave session state on an object, if that object is shared: the function is known to be served."""
    for each in session_writes(meeting):
        if not each.standing.is_supposed:
            if first_of(benign.OBJECT_IF_SHARED, each, meeting) is None:
                yield each


def state_harms(meeting: Meeting) -> tuple[Harm, ...]:
    """The ways in which a write can leave session state at this place."""
    if not meeting.is_process_wide:
        return _OF_THE_PROGRAM
    if meeting.in_facts is not None:
        return (_PROCESS_RESTORED, _PROCESS_OBJECT, _PROCESS_VALUE)
    return (_PROCESS_RESTORED, _LIBRARY_VALUE)


def is_left(access: Access, meeting: Meeting) -> bool:
    """Whether a value that belongs to a session is left where others use it as data."""
    return access.carries_session_data and _stays_in_force(access, meeting)


def _stays_in_force(access: Access, meeting: Meeting) -> bool:
    """Whether another session sees the stored value; a value that is computed from the old one grows."""
    grows = access.effect.action is Action.REPLACE and any(each.by is By.VALUE for each in access.effect.depends)
    return bool(finders(access, meeting)) if grows else reaches_others(access, meeting)


_SETS = (Action.REPLACE, Action.STORE, Action.UPDATE)


def _is_growth(access: Access, meeting: Meeting) -> bool:
    return access.effect.action is Action.GROW and not access.standing.is_reuse


def _is_element(access: Access, meeting: Meeting) -> bool:
    return access.effect.action is Action.ADD and access.carries_session_data and not access.standing.is_reuse


def _is_shown(access: Access, meeting: Meeting) -> bool:
    return any(shows_whole(each, access) for each in finders(access, meeting))


def _is_growth_of_module_list(access: Access, meeting: Meeting) -> bool:
    """Whether a coroutine of this file appends to a module's list: whatever it appends, all sessions see it."""
    is_growth = meeting.is_module_list and _is_growth(access, meeting)
    return is_growth and access.entry.is_coroutine and access.is_in_this_file and access.is_entered_here


def _is_more_than_counted(access: Access, meeting: Meeting) -> bool:
    """Whether some served function uses the list's elements, or no analysed function reads it."""
    return bool(finders(access, meeting)) or not any(each.is_served for each in meeting.reads())


def _is_grown_by_a_session(access: Access, meeting: Meeting) -> bool:
    """Whether growth belongs to a session: a handler makes it, or it is unchanged input, or is for the same call's own
    use. A library's coroutine that only fills a table may be called once, at the start; a thread may only keep notes of
    its own work."""
    standing = access.standing
    is_by_handler = standing.is_handler and (standing.is_by_facts or access.carries_session_data)
    if is_by_handler or access.carries_unchanged:
        return True
    own = [each for each in meeting.reads_charged_to(access.entry) if not talks_to(each, access)]
    own += _reads_by_maker(access, meeting)
    return any(each.effect.use in (Use.DATA, Use.RECEIVER) for each in own)


def _reads_by_maker(writer: Access, meeting: Meeting) -> Iterator[Access]:
    """The reads of served code in the function that defines the writing one and hands it over."""
    maker = writer.entry.around.owner
    if isinstance(maker, Function) and writer.effect.site.function == writer.entry.name:
        yield from (each for each in meeting.reads() if each.is_served and each.effect.site.function == maker.name)


def _is_taken(access: Access, meeting: Meeting) -> bool:
    """Whether served code takes the value as data. That a number is computed from its former value is no use of it, nor
    that a value stays as it is: `dirty = dirty or changed`."""
    is_carried_on = is_quantity(access) or access.effect.path in access.effect.value.places
    own = {each.read.site for each in of_kind(access, By.VALUE)} if is_carried_on else set()
    own |= _only_kept(meeting)
    return any(each.effect.site not in own or each.is_replied for each in takers(access, meeting))


@memoised
def _only_kept(meeting: Meeting) -> set[Site]:
    """The reads in statements that may leave the value as it is. What a variable took before is used elsewhere, too."""
    keeping = [each for each in meeting.writes() if each.effect.path in each.effect.value.places]
    reads = ((each.read.site, write.effect.site) for write in keeping for each in of_kind(write, By.VALUE))
    return {read for read, written in reads if (read.function, read.line) == (written.function, written.line)}


def _is_found(access: Access, meeting: Meeting) -> bool:
    return bool(finders(access, meeting))


def _is_fresh(access: Access, meeting: Meeting) -> bool:
    return access.effect.action is Action.REPLACE and is_fresh_object(access) and not access.standing.is_reuse


def _is_worked_with(access: Access, meeting: Meeting) -> bool:
    found = (each for each in users(access, meeting) if finds(each, access))
    if not all(each.is_in_function_of(access) for each in found):
        return True
    return access.carries_session_data and is_taken_after_others(access, meeting)


def _is_value(access: Access, meeting: Meeting) -> bool:
    return access.effect.action in _SETS and not access.standing.is_reuse and not _is_fresh(access, meeting)


def _brings_session_data(access: Access, meeting: Meeting) -> bool:
    return access.carries_session_data or identifies_a_call(access)


def _is_of_one_use(access: Access, meeting: Meeting) -> bool:
    """Whether the access is made when an object is entered that a decorator keeps for all calls of a function."""
    enters = access.function in ("__enter__", "__aenter__") and access.effect.action in (Action.REPLACE, Action.STORE)
    return access.standing.is_reuse and enters


def _is_read_at_exit(access: Access, meeting: Meeting) -> bool:
    """Whether another method of the object, such as the one that leaves it, reads what entering it stored."""
    others = (each for each in meeting.reads() if each.standing.is_reuse and each.entry is not access.entry)
    return any(touches(each, access) for each in others)


def _is_restored(access: Access, meeting: Meeting) -> bool:
    return not access.standing.is_reuse and is_restored(access, meeting)


def _is_time(access: Access, meeting: Meeting) -> bool:
    return access.is_time and access.effect.action in _SETS and not access.standing.is_reuse


def _is_count(access: Access, meeting: Meeting) -> bool:
    return access.effect.action in _SETS and not access.standing.is_reuse and is_count_of_input(access)


def _is_emptied(access: Access, meeting: Meeting) -> bool:
    """Whether each request empties the place without a test."""
    effect = access.effect
    is_new = effect.action is Action.REPLACE and effect.value.is_new and not access.carries_session_data
    is_tested = any(each.by is By.GUARD for each in effect.depends)
    return access.is_around and not is_tested and (is_new or effect.action is Action.CLEAR)


def _is_left_by_wrapper(access: Access, meeting: Meeting) -> bool:
    """Whether a wrapper stores on its decorator's object what each handler was called with, under a public name that
    only other files read."""
    if access.effect.action not in _SETS or not (access.is_by_wrapper and access.standing.is_handler):
        return False
    return access.carries_unchanged and not meeting.root.name.startswith("_") and not any(meeting.reads())


def _is_process_object(access: Access, meeting: Meeting) -> bool:
    return access.effect.action is Action.REPLACE and access.effect.value.is_new


def _is_set(access: Access, meeting: Meeting) -> bool:
    return access.effect.action in _SETS


def _stores_what_came_in(access: Access, meeting: Meeting) -> bool:
    return access.carries_unchanged


def _carries_session_data(access: Access, meeting: Meeting) -> bool:
    return access.carries_session_data


_FOR_ONE_USE = Harm(
    _is_of_one_use,
    benign.STATE_FOR_ONE_USE,
    (Proof(_is_read_at_exit, "no other method reads what is kept for one use"),),
)
_RESTORED = Harm(
    _is_restored,
    benign.STATE_FOR_A_TIME,
    (Proof(is_in_force_for_others, "no other served function finds what is set for a time"),),
)
_FOR_A_BLOCK = Harm(
    is_set_for_a_block,
    benign.STATE_FOR_A_TIME,
    (
        Proof(is_ended_with_the_block, "leaving the object does not set the variable again"),
        Proof(is_used_in_the_block, "no other function uses the object that is entered"),
    ),
)
_BUSY = Harm(is_busy_flag, benign.STATE_BUSY)
_PROCESS_RESTORED = Harm(_is_restored, benign.STATE_FOR_A_TIME)
_TIME = Harm(
    _is_time,
    benign.STATE_TIME,
    (Proof(is_reckoned_with, "nothing reckons with the time where the same use ends"),),
)
_COUNT = Harm(
    _is_count,
    benign.STATE_TIME,
    (Proof(comes_back, "the number is not in the reply of the call that stores it"),),
)
_EMPTIED = Harm(
    _is_emptied,
    benign.STATE_EMPTIED,
    (Proof(is_filled_by_sessions, "no session data is in what is emptied"),),
)
_BEGUN = Harm(
    is_begun,
    benign.STATE_FRESH_OBJECT,
    (
        Proof(is_filled_in_its_call, "no session data is put in what is begun"),
        Proof(is_used_after_others, "the call that begins it does not use it after others ran"),
    ),
)
_SWITCHED = Harm(
    is_switched,
    benign.STATE_SWITCHED,
    (Proof(decides_for_others, "no other session is shown to find what the constant decides"),),
)
_GIVEN = Harm(
    is_given,
    benign.STATE_VALUE,
    (Proof(decides_a_reply, "no other handler tests it"),),
)
_LEFT_BY_WRAPPER = Harm(_is_left_by_wrapper, benign.STATE_VALUE)
_GROWTH = Harm(
    _is_growth,
    benign.STATE_GROWTH,
    (
        Proof(_is_found, "no served function takes as data what other calls added"),
        Proof(_is_grown_by_a_session, "nothing shows that a session's data is added"),
    ),
)
_ELEMENT = Harm(
    _is_element,
    benign.STATE_ELEMENT,
    (
        Proof(_is_shown, "no reply has all elements"),
        Proof(_is_grown_by_a_session, "nothing shows that a session's data is added"),
    ),
)
_LIST_OF_MODULE = Harm(
    _is_growth_of_module_list,
    benign.STATE_LIST_OF_MODULE,
    (Proof(_is_more_than_counted, "served functions only count or test it"),),
)
_FRESH_OBJECT = Harm(
    _is_fresh,
    benign.STATE_FRESH_OBJECT,
    (Proof(_is_worked_with, "no other function works with the object before it stores one of its own"),),
)
_VALUE = Harm(
    _is_value,
    benign.STATE_VALUE,
    (
        Proof(_brings_session_data, "no session data is stored"),
        Proof(_is_taken, "no served function takes the value as data"),
        Proof(_is_found, "each call that takes the value has stored it before"),
        Proof(_stays_in_force, "nothing shows that another session takes the value"),
    ),
)
_OF_THE_PROGRAM = (
    _FOR_ONE_USE,
    _RESTORED,
    _FOR_A_BLOCK,
    _BUSY,
    _TIME,
    _COUNT,
    _EMPTIED,
    _BEGUN,
    _SWITCHED,
    _GIVEN,
    _LEFT_BY_WRAPPER,
    _GROWTH,
    _ELEMENT,
    _LIST_OF_MODULE,
    _FRESH_OBJECT,
    _VALUE,
)
_PROCESS_OBJECT = Harm(_is_process_object, benign.PROCESS_OBJECT)
_PROCESS_VALUE = Harm(_is_set, benign.PROCESS_VALUE, (Proof(_stores_what_came_in, "no session data is stored"),))
_LIBRARY_VALUE = Harm(_is_set, benign.LIBRARY_VALUE, (Proof(_carries_session_data, "no session data is stored"),))
