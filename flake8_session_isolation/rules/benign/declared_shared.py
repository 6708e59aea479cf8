"""The class declares that its instances share the attribute.

Definition: The attribute is annotated as `ClassVar`, or each call of the class gives the same instance.
Evidence: The write.
Bounds: A session's data that a handler appends to a `ClassVar` is not covered, nor what any served function appends to
the list of the one instance.
"""

from __future__ import annotations

from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    is_of_a_session = access.effect.action is Action.GROW and access.carries_session_data
    if meeting.is_declared_shared:
        return None if is_of_a_session and access.standing.is_by_facts else Evidence("declared_shared", at(access))
    is_of_all = meeting.has_one_instance and not (is_of_a_session and access.is_served)
    return Evidence("declared_shared", at(access)) if is_of_all else None
