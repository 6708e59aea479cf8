"""The context variable itself is set or deleted.

Definition: The write replaces or deletes the value of the variable, or sets it to the object that it had: this is
private to the context of the task.
Evidence: The write.
Bounds: Whatever changes the object in the variable is judged as a change in place.
"""

from __future__ import annotations

from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at
from flake8_session_isolation.rules.judgements.stored_values import is_stored_back


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    is_rebound = access.effect.action in (Action.REPLACE, Action.DELETE) or is_stored_back(access)
    return Evidence("own_context", at(access)) if is_rebound and not access.effect.path.steps else None
