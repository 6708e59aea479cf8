"""The write concerns an attribute of an object that is kept under a key.

Definition: The path has an attribute behind an item, as in `sessions[id].messages`: the object of one session.
Evidence: The write.
Bounds: The entry itself (`sessions[id]`) is not covered.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    steps = access.effect.path.steps
    first = next((index for index, step in enumerate(steps) if step.is_item), len(steps))
    is_inside = any(not step.is_item for step in steps[first:])
    return Evidence("entry_object", at(access)) if is_inside else None
