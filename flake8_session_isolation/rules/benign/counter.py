"""The value is a number or a state that is computed from the old one alone.

Definition: The new value depends on the old one, and no parameter's data is in it: `count[0] += 1`.
Evidence: The read and the write.
Bounds: Only defaults are covered: they serve as variables of a function there.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at, reads
from flake8_session_isolation.rules.judgements.dependences import of_kind


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    is_own = not access.effect.value.origins and bool(of_kind(access, By.VALUE))
    return Evidence("counter", (*reads("read", access, By.VALUE), *at(access))) if is_own else None
