"""What is stored is a literal.

Definition: The value is one of some literals of the source.
Evidence: The write.
Bounds: A number that is computed from another is no literal.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import literal
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    return Evidence("constant", at(access)) if literal(access.effect.value) else None
