"""Iteration and changes of size hold one lock.

Definition: Each served function that changes the size of the container holds a lock that the loop holds as well.
Evidence: The place where the loop's lock is taken, and the changes.
Bounds: One change of size without the lock is enough to disturb the loop.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at, locks
from flake8_session_isolation.rules.judgements.walks import resizes, resizing


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    changes = [each for each in resizing(meeting) if resizes(each, access)]
    is_safe = bool(changes) and all(each.excludes(access) for each in changes)
    return Evidence("guarded_walk", (*locks(access.effect.locks), *at(*changes))) if is_safe else None
