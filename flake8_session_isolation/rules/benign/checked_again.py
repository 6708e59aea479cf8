"""The place is tested again after the last pause.

Definition: Of the tests that lead to the write at least one follows the last pause.
Evidence: The tests and the write.
Bounds: In threads a second test does not help unless one lock covers it and the write.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at, reads
from flake8_session_isolation.rules.judgements.dependences import is_open, of_kind


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    tests = of_kind(access, By.GUARD)
    again = any(not is_open(each, access) for each in tests) and any(is_open(each, access) for each in tests)
    return Evidence("checked_again", (*reads("tested", access, By.GUARD), *at(access))) if again else None
