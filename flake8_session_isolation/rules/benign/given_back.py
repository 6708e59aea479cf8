"""What was taken out of the place is given back.

Definition: The write adds elements that the same call has removed from the place before, perhaps under another name, so
that no other call has them. The same holds for the elements of a container that the call read and emptied in one step.
Evidence: The taking and the write.
Bounds: A value that replaces the whole place is not covered.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By, Use
from flake8_session_isolation.facts import Action
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.linking.places import Site
from flake8_session_isolation.rules.benign.drained_buffer import empties
from flake8_session_isolation.rules.benign.evidence import Evidence, at, reads
from flake8_session_isolation.rules.judgements.dependences import of_kind


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    if access.effect.action not in (Action.GROW, Action.ADD):
        return None
    taken = _taken(meeting)
    is_back = any(each.read.site in taken for each in of_kind(access, By.VALUE))
    return Evidence("given_back", (*reads("taken", access, By.VALUE), *at(access))) if taken and is_back else None


@memoised
def _taken(meeting: Meeting) -> set[Site]:
    """Where elements are taken out, one or all."""
    taken = {each.effect.site for each in meeting.writes() if each.effect.action is Action.TAKE}
    emptied = [each for each in meeting.writes() if empties(each) and not (each.effect.late or each.in_threads)]
    last = {each.effect.site.function: each.effect.site for each in emptied}
    read = (each.effect.site for each in meeting.reads() if each.effect.use is Use.DATA)
    return taken.union(each for each in read if each.function in last and each < last[each.function])
