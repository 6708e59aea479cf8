"""The place is a queue: what is put in is taken out again.

Definition: Some function takes elements out and uses them, as in `jobs.pop()`, or finds one and deletes it where it
stands, as in `del jobs[jobs.index(job)]`.
Evidence: The accesses that take elements out.
Bounds: Deleting at a fixed position is not enough, which may only shorten a history; nor is emptying the place, which
is what a `drained_buffer` does.  A list that only who fills it makes shorter, and that other functions show in their
reply, is a history of limited length.  So is one that a handler of a library shows to its session, where no worker
beside the sessions takes the elements.  Nor is a class attribute covered that instances fill as if it were their own,
or into which sessions put data of theirs.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By, Use
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at
from flake8_session_isolation.rules.judgements.dependences import of_kind
from flake8_session_isolation.slicing.execution_context import Context


def place_evidence(meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for all accesses to the place; None where it does not."""
    taken = [each for each in meeting.writes() if _takes(each, meeting)]
    return Evidence("queue", at(*taken)) if taken and not _is_history(meeting, taken) else None


def class_evidence(meeting: Meeting) -> Evidence | None:
    """The evidence that a class attribute is a queue; None where instances fill it as if it were their own, or with
    data of sessions."""
    grown = [each for each in meeting.writes() if each.effect.action is Action.GROW]
    if any(each.effect.path.root.by_instance for each in grown):
        return None
    taken = (each for each in meeting.writes() if _takes(each, meeting))
    is_of_sessions = any(each.carries_session_data for each in grown) and not all(map(_is_beside, taken))
    return place_evidence(meeting) if not is_of_sessions else None


def _takes(access: Access, meeting: Meeting) -> bool:
    """Whether an access takes an element out, or deletes one of a growing list that the same function found."""
    effect = access.effect
    if effect.action is not Action.DELETE or not effect.path.is_keyed:
        return effect.action is Action.TAKE
    around = effect.path._replace(steps=effect.path.steps[:-1])
    grows = any(each.effect.action is Action.GROW and each.effect.path == around for each in meeting.writes())
    return grows and any(each.read.path.steps[:-1] == around.steps for each in of_kind(access, By.GUARD))


def _is_history(meeting: Meeting, taken: list[Access]) -> bool:
    sites = {each.effect.site for each in taken}
    shown = [each for each in meeting.reads() if each.effect.site not in sites and each.is_replied and _is_whole(each)]
    fillers = {each.effect.site.function for each in meeting.writes() if each.effect.action is Action.GROW}
    if all(each.effect.site.function in fillers for each in taken):
        return bool(shown)
    return any(each.standing.is_by_facts for each in shown) and not any(map(_is_beside, taken))


def _is_beside(access: Access) -> bool:
    """Whether a part of the program that runs beside the sessions makes the access, such as a worker."""
    return bool(access.standing.contexts & {Context.BACKGROUND, Context.ONCE})


def _is_whole(reader: Access) -> bool:
    return reader.effect.use is Use.DATA and all(each.name == "*" for each in reader.effect.path.steps)
