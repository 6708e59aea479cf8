"""What was taken out of the place is given back.

Definition: The write puts elements in, and an old value on which it depends was taken out: only the call has it, also
where it goes by another name.
Evidence: The taking and the write.
Bounds: A value that replaces the whole place is not covered.
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
    if access.effect.action not in (Action.GROW, Action.ADD):
        return None
    taken = _taken(meeting)
    is_back = any(each.read.site in taken for each in of_kind(access, By.VALUE))
    return Evidence("given_back", (*reads("taken", access, By.VALUE), *at(access))) if taken and is_back else None


@memoised
def _taken(meeting: Meeting) -> set[Site]:
    return {each.effect.site for each in meeting.writes() if each.effect.action is Action.TAKE}
