"""Two growths of a place are one step.

Definition: There is no pause between them in a task, or one lock covers both.
Evidence: Both growths, and the place where the lock is taken.
Bounds: In threads two growths without a lock are two steps.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at, locks, reads
from flake8_session_isolation.rules.judgements.dependences import covering, is_open, of_kind


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    before = of_kind(access, By.GROWTH)
    if not before or any(is_open(each, access) for each in before):
        return None
    held = {lock for each in before for lock in covering(each, access)}
    return Evidence("single_growth", (*locks(held), *reads("grown", access, By.GROWTH), *at(access)))
