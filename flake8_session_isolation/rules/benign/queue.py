"""The place is a queue: what is put in is taken out again.

Definition: Some function takes elements out and uses them, as in `jobs.pop()`.
Evidence: The accesses that take elements out.
Bounds: Emptying the place as a whole is not enough: see `drained_buffer`.  A list that only who fills it makes shorter,
and that other functions show in their reply, is a history of limited length.  So is one that a handler of a library
shows to its session, where no worker beside the sessions takes the elements.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import Use
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at
from flake8_session_isolation.slicing.execution_context import Context


def place_evidence(meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for all accesses to the place; None where it does not."""
    taken = [each for each in meeting.writes() if each.effect.action is Action.TAKE]
    return Evidence("queue", at(*taken)) if taken and not _is_history(meeting, taken) else None


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
