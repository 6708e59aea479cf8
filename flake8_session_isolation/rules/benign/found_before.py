"""What is changed was found before: the test only asked whether it is there.

Definition: Every test that leads to the write over a pause goes on only if the place holds something, and the write
adds to that or changes a part of it; or it computes a new value from the one that it reads after the pause.
Evidence: The tests and the write.
Bounds: A test that something is missing, of a size or of a value is not covered, nor a removal.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at, reads
from flake8_session_isolation.rules.judgements.dependences import of_kind


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    found = {each.read for each in of_kind(access, By.CHANGED)}
    removes = access.effect.action in (Action.DELETE, Action.TAKE, Action.DISCARD, Action.CLEAR)
    if not found or removes or any(each.read not in found for each in of_kind(access, By.GUARD)):
        return None
    return Evidence("found_before", (*reads("found", access, By.CHANGED), *at(access)))
