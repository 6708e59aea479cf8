"""The test and the write that depends on it are one step.

Definition: There is no pause between them, and the function runs as a task. In threads: the write itself fails where
the entry is missing.
Evidence: The test and the write.
Bounds: In threads a test and a store are two steps.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at, reads
from flake8_session_isolation.rules.judgements.dependences import is_open, of_kind


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    is_one = any(not is_open(each, access) for each in of_kind(access, By.GUARD))
    return Evidence("single_step", (*reads("tested", access, By.GUARD), *at(access))) if is_one else None
