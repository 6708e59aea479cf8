"""The stored value is made of the elements that are there at the write.

Definition: The value is computed, in one step with the write, of the elements of the place, or it is an object of the
project that is made of the one that is there; the earlier test only decided whether to do it.
Evidence: The read of the elements and the write.
Bounds: A value that was computed before the last pause is stale. A number or a list that is made of the present one is
not covered: the earlier test may have been for its limit.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at, reads
from flake8_session_isolation.rules.judgements.dependences import is_open, of_kind
from flake8_session_isolation.rules.judgements.stored_values import is_thing


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    values = of_kind(access, By.VALUE)
    of_elements = any(step.name == "*" for each in values for step in each.read.path.steps)
    of_object = is_thing(access) and any(each.read.path == access.effect.path for each in values)
    is_rebuilt = (of_elements or of_object) and not any(is_open(each, access) for each in values)
    return Evidence("rebuilt", (*reads("read", access, By.VALUE), *at(access))) if is_rebuilt else None
