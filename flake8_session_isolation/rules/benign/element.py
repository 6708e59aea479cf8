"""Only an element is added or removed by its own identity.

Definition: The write adds an element to a set or removes one; to do so twice changes nothing.
Evidence: The write.
Bounds: A container with a limit that is tested before is judged separately.
"""

from __future__ import annotations

from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    is_element = access.effect.action in (Action.ADD, Action.DISCARD)
    return Evidence("element", at(access)) if is_element else None
