"""Accesses that race and hold no lock."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.judgements.lock_protection import ineffective_lock, unprotected


def late_accesses(meeting: Meeting) -> Iterator[Access]:
    """The accesses that race and hold no lock, one for each function."""
    return (each for each in unprotected(meeting) if ineffective_lock(each) is None)
