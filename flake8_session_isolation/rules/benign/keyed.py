"""A key on the way to the place separates sessions.

Definition: The path has an item under a key that differs between sessions, as in `histories[user_id]`.
Evidence: The access.
Bounds: A constant, a counter or a default is no such key, nor is the element of a loop that treats all alike. Two
requests of one session still meet, and may race.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at
from flake8_session_isolation.rules.judgements.library_objects import is_left_on_each


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    is_keyed = access.effect.path.is_keyed and not is_left_on_each(access, meeting)
    return Evidence("keyed", at(access)) if is_keyed else None


def container_evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The same for the container to which an element is added, whose own identity is no key."""
    steps = access.effect.path.steps[:-1]
    return Evidence("keyed", at(access)) if access.effect.path._replace(steps=steps).is_keyed else None
