"""The class declares that its instances share the attribute.

Definition: The attribute is annotated as `ClassVar`.
Evidence: The write.
Bounds: A handler that appends a session's data to the attribute is not covered.
"""

from __future__ import annotations

from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    is_grown = access.effect.action is Action.GROW
    is_of_a_session = is_grown and access.standing.is_by_facts and access.carries_session_data
    is_declared = meeting.is_declared_shared and not is_of_a_session
    return Evidence("declared_shared", at(access)) if is_declared else None
