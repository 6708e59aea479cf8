"""An administrator replaces a whole value, which is a setting.

Definition: A function for administrators sets the variable; of two concurrent settings the later one is meant to
remain.
Evidence: The write.
Bounds: A number that is computed from the old number is a counter, not a setting.
"""

from __future__ import annotations

from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at
from flake8_session_isolation.rules.judgements.stored_values import is_counted


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    is_setting = access.standing.is_administrative and access.effect.action is Action.REPLACE and not is_counted(access)
    return Evidence("setting", at(access)) if is_setting else None
