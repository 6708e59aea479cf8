"""An administrator removes an entry after a test for its presence.

Definition: A function for administrators tests the place, pauses and removes the entry; of two concurrent removals one
fails.
Evidence: The test and the removal.
Bounds: What other functions remove after a pause is judged as a stale test.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at, reads


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    removes = access.effect.action in (Action.TAKE, Action.DELETE)
    if not removes or not access.standing.is_administrative:
        return None
    return Evidence("announced_removal", (*reads("tested", access, By.GUARD), *at(access)))
