"""The place is a cache whose entries may be made twice.

Definition: The whole value or entry is new and not computed from the old one, and entries are only looked up: no
function changes them through the place, enters or closes them.
Evidence: The test and the write.
Bounds: A flag is judged as a latch. A token that is renewed because of its age is no mere cache: the second renewal
makes the first one void. Nor is a value that is stored together with a thread that nothing waits for: a second thread
would run beside the first. Nor is a value that the code refuses to replace while it is there: a second session would
take what the first was promised. Nor is a value that an object creates, hands out and closes with itself: the caller
that holds the replaced value would not see it closed. Nor is a value that is entered by an exit stack of the object:
each second one stays open as long as the object.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.access_paths import covers
from flake8_session_isolation.dataflow.effects import By, Use
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting, alike, by_path, reads_touching, touching
from flake8_session_isolation.rules.benign.evidence import Evidence, at, reads
from flake8_session_isolation.rules.judgements.dependences import of_kind
from flake8_session_isolation.rules.judgements.stored_values import (
    constant_text,
    is_the_only_one,
    renews_by_age,
)


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    if constant_text(access) is not None or not _puts_anew(access) or of_kind(access, By.VALUE):
        return None
    if any(covers(each.read.path, access.effect.path) for each in of_kind(access, By.REFUSAL)):
        return None
    if access.is_kept_open or access.leaves_thread or renews_by_age(access, meeting):
        return None
    if is_the_only_one(access, meeting) or _is_used_up(access, meeting):
        return None
    return Evidence("mere_cache", (*reads("tested", access, By.GUARD), *at(access)))


def _puts_anew(access: Access) -> bool:
    """Whether nothing of the former value remains: it is replaced, or emptied and filled without a pause between."""
    effect = access.effect
    in_one_step = not access.in_threads and (effect.is_refill or effect.action is Action.CLEAR)
    return in_one_step or effect.action in (Action.REPLACE, Action.STORE)


@alike(by_path)
def _is_used_up(access: Access, meeting: Meeting) -> bool:
    return any(_uses_up(each, access) and not _is_stamped(each, access, meeting) for each in touching(access, meeting))


def _is_stamped(other: Access, access: Access, meeting: Meeting) -> bool:
    """Whether a part of each element of an entry is read by nobody but the function that sets it: the elements of a
    second entry get it, too."""
    effect = other.effect
    if effect.action not in (Action.STORE, Action.REPLACE) or of_kind(other, By.VALUE) or of_kind(other, By.GUARD):
        return False
    deep, inside = len(effect.path.steps), effect.path.steps[len(access.effect.path.steps) :]
    if not any(each.is_item and each.name == "*" for each in inside):
        return False
    parts = (each for each in reads_touching(other, meeting) if len(each.effect.path.steps) >= deep)
    return all(each.order > other.order and each.is_in_function_of(other) for each in parts)


def _uses_up(other: Access, access: Access) -> bool:
    """Whether an access enters, closes or changes an entry, so that a second entry would be lost."""
    effect = other.effect
    if not effect.is_write:
        return effect.use is Use.ENTER and len(effect.path.steps) >= len(access.effect.path.steps)
    if len(effect.path.steps) > len(access.effect.path.steps):
        return not _is_filled_in(other) and not _is_own_note(other, access)
    same = len(effect.path.steps) == len(access.effect.path.steps)
    return same and effect.action in (Action.GROW, Action.UPDATE) and not effect.is_refill


def _is_own_note(other: Access, access: Access) -> bool:
    """Whether an entry's own method notes something that is no session data; a second entry would do the same."""
    inside = other.effect.path.steps[len(access.effect.path.steps)]
    return bool(other.effect.via) and not inside.is_item and not other.carries_session_data


def _is_filled_in(access: Access) -> bool:
    """Whether an entry only stores what it looked up; a second entry would do the same."""
    kinds = {each.by for each in access.effect.depends}
    guarded = By.GUARD in kinds and not kinds & {By.VALUE, By.GROWTH}
    return guarded and _puts_anew(access) and not access.carries_session_data
