"""Only requests of one session can meet, in two steps that no pause separates.

Definition: Threads store under a key that separates sessions, and the stored value is no number computed from the old
one.
Evidence: The write.
Bounds: A pause between the steps, or a counter, is not covered.
"""

from __future__ import annotations

from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at
from flake8_session_isolation.rules.judgements.stored_values import is_counted


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    effect = access.effect
    is_store = effect.action is Action.STORE and effect.path.is_keyed and not is_counted(access)
    is_single = is_store and not any(each.paused for each in effect.depends)
    return Evidence("single_session", at(access)) if is_single else None
