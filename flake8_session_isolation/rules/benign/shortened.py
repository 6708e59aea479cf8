"""The list becomes shorter again: it holds what is under way.

Definition: Some function removes elements from the list or empties it.
Evidence: The accesses that remove.
Bounds: Only growth that needs no session data asks for it; data of a session that another one finds is judged by who
reads it.
"""

from __future__ import annotations

from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting, alike, by_path, touching
from flake8_session_isolation.rules.benign.evidence import Evidence, at

_REMOVALS = (Action.TAKE, Action.DISCARD, Action.DELETE, Action.CLEAR)


@alike(by_path)
def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    removals = [each for each in touching(access, meeting) if each.effect.action in _REMOVALS]
    return Evidence("shortened", at(*removals)) if removals else None
