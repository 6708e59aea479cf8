"""The place is a queue: what is put in is taken out again.

Definition: Some function takes elements out and uses them, as in `jobs.pop()`.
Evidence: The accesses that take elements out.
Bounds: Emptying the place as a whole is not enough: see `drained_buffer`.  A list that only who fills it makes shorter,
and that other functions show in their reply, is a history of limited length.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import Use
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at


def place_evidence(meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for all accesses to the place; None where it does not."""
    taken = [each for each in meeting.writes() if each.effect.action is Action.TAKE]
    return Evidence("queue", at(*taken)) if taken and not _is_history(meeting, taken) else None


def _is_history(meeting: Meeting, taken: list[Access]) -> bool:
    fillers = {each.effect.site.function for each in meeting.writes() if each.effect.action is Action.GROW}
    if not all(each.effect.site.function in fillers for each in taken):
        return False
    sites = {each.effect.site for each in taken}
    return any(each.is_replied and each.effect.site not in sites and _is_whole(each) for each in meeting.reads())


def _is_whole(reader: Access) -> bool:
    return reader.effect.use is Use.DATA and all(each.name == "*" for each in reader.effect.path.steps)
