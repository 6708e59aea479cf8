"""The write fills in what was missing or out of date.

Definition: The write is reached only where a test of the place, or of one that is set with it, allows it; and no
session's data is stored as it came in.
Evidence: The test and the write.
Bounds: A value that a session brought is not covered. Whether two sessions may fill it in at the same time is judged
separately, as a race.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at, reads


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    tests = reads("tested", access, By.GUARD, By.COMPANION)
    return Evidence("memo", (*tests, *at(access))) if tests and not access.carries_unchanged else None
