"""A class keeps instances of itself.

Definition: The stored value is an instance of the class whose method stores it.
Evidence: The write.
Bounds: Instances of other classes are not covered.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.linking.shapes import Instance
from flake8_session_isolation.rules.benign.evidence import Evidence, at


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    owner = access.writer.owner if access.writer else None
    is_own = any(isinstance(each, Instance) and each.of is owner for each in access.effect.value.shapes)
    return Evidence("own_instances", at(access)) if is_own else None
