"""The access only removes.

Definition: The access takes, removes, deletes or clears, so that no data of a session is added.
Evidence: The write.
Bounds: A context variable that is then set to the changed object is judged as a change in place. Whether a removal
races is judged separately.
"""

from __future__ import annotations

from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at

_REMOVALS = (Action.TAKE, Action.DISCARD, Action.DELETE, Action.CLEAR)


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    return Evidence("removal", at(access)) if access.effect.action in _REMOVALS else None
