"""A lock is held at the write: the place is meant to be shared.

Definition: A lock for all who use the place is held. It is not part of the place, and no gate.
Evidence: The place where the lock is taken.
Bounds: Growth is not covered, nor a session's data that is put to the old value: a history that grows under a lock
still reaches all sessions. Whether the lock is effective is judged by the code for locks.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.lock_sets import is_lock_of
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, locks
from flake8_session_isolation.rules.judgements.stored_values import is_made_longer


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    path = access.effect.path
    if is_made_longer(access):
        return None
    own = [each for each in access.effect.locks if not each.is_gate and each.path.root != path.root]
    meant = [each for each in own if is_lock_of(each, path)]
    return Evidence("guarded", locks(meant)) if meant else None
