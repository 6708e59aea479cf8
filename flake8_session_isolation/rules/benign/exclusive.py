"""The place refuses a second value while it holds one.

Definition: The function raises if the place holds something, and sets it otherwise, with no pause between: a session
gets an error, never what another one left by this write.
Evidence: The test and the write.
Bounds: A test that others can come in after refuses nothing; nor does one that only returns what is there.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at, reads
from flake8_session_isolation.rules.judgements.dependences import is_open, of_kind


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    is_alone = any(not is_open(each, access) for each in of_kind(access, By.REFUSAL))
    return Evidence("exclusive", (*reads("tested", access, By.REFUSAL), *at(access))) if is_alone else None
