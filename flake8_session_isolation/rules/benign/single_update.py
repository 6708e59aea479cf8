"""The read of the old value and the write of the new one are one step.

Definition: There is no pause between them in a task, or one lock covers both.
Evidence: The read, the write, and the place where the lock is taken.
Bounds: An old value that was read before the last pause is not covered by a later read of another place.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at, locks, reads
from flake8_session_isolation.rules.judgements.dependences import covering, is_open, old_values


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    closed = [each for each in old_values(access) if not is_open(each, access)]
    held = {lock for each in closed for lock in covering(each, access)}
    return Evidence("single_update", (*locks(held), *reads("read", access, By.VALUE), *at(access))) if closed else None
