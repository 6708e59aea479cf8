"""Some lock or gate is held at the write.

Definition: At least one lock is held, whichever it is. Code that takes a lock expects others at the place.
Evidence: The place where the lock is taken.
Bounds: Whether the lock is effective is judged by the code for locks.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, locks


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    return Evidence("locked", locks(access.effect.locks)) if access.effect.locks else None
