"""One lock or gate covers the test and the write that depends on it.

Definition: The lock was taken before the test and is still held at the write, and it is a lock for all who use the
place.
Evidence: The place where the lock is taken, the test and the write.
Bounds: A lock that is released and taken again between test and write does not cover them.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at, locks, reads
from flake8_session_isolation.rules.judgements.dependences import covering, is_covered, of_kind


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    tests = [each for each in of_kind(access, By.GUARD) if is_covered(each, access)]
    held = {lock for each in tests for lock in covering(each, access)}
    return Evidence("covered", (*locks(held), *reads("tested", access, By.GUARD), *at(access))) if held else None
