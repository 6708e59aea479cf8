"""The place lies deeper than paths are followed.

Definition: The path was cut; what the last step names is only the container of the place.
Evidence: The access.
Bounds: Only races ask for it. The place is unknown, and unknown is silent.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    return Evidence("too_deep", at(access)) if access.effect.path.is_cut else None
