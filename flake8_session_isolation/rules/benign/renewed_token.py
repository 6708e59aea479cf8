"""The place holds a token that is renewed for all sessions.

Definition: An attribute of a shared object is replaced by a value that was computed from its old value, with a pause
between, and no session's data is in the new value.
Evidence: The read of the old value and the write of the new one.
Bounds: A place to whose old value some function adds a session's data is a history. Two sessions that renew it at the
same time race: that is judged separately, as a stale value or a stale test.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.rules.benign.evidence import Evidence, at, reads
from flake8_session_isolation.rules.judgements.stored_values import is_made_longer


def place_evidence(meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for all accesses to the place; None where it does not."""
    writes = list(meeting.writes()) if meeting.root.kind is Kind.OBJECT else []
    found = None if any(map(is_made_longer, writes)) else next(filter(_renews, writes), None)
    return Evidence("renewed_token", (*reads("read", found, By.VALUE), *at(found))) if found is not None else None


def _renews(access: Access) -> bool:
    effect = access.effect
    if effect.action is not Action.REPLACE or access.carries_session_data or effect.path in effect.value.places:
        return False
    return any(each.by is By.VALUE and each.paused and each.read.path == effect.path for each in effect.depends)
