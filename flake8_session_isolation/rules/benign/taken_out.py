"""What is put in was taken out of the place before: only the call that took it has it.

Definition: Elements are added, and the old value from which they come was taken out, as in `pending.pop(key)`; what
others put in meanwhile stays.
Evidence: The read that took it, and the write.
Bounds: A value that is stored in place of the old one loses what others put in meanwhile.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By
from flake8_session_isolation.facts import Action
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.linking.places import Site
from flake8_session_isolation.rules.benign.evidence import Evidence, at, reads
from flake8_session_isolation.rules.judgements.dependences import of_kind


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    values = of_kind(access, By.VALUE)
    if access.effect.action not in _ADDS or not any(each.read.site in _taken(meeting) for each in values):
        return None
    return Evidence("taken_out", (*reads("taken", access, By.VALUE), *at(access)))


@memoised
def _taken(meeting: Meeting) -> set[Site]:
    """Where something is taken out."""
    return {each.effect.site for each in meeting.writes() if each.effect.action is Action.TAKE}


_ADDS = (Action.GROW, Action.ADD, Action.UPDATE)
