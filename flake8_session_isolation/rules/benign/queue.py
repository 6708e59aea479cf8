"""The place is a queue: what is put in is taken out again.

Definition: Some function takes elements out and uses them, as in `jobs.pop()`.
Evidence: The accesses that take elements out.
Bounds: Emptying the place as a whole is not enough: see `drained_buffer`.
"""

from __future__ import annotations

from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at


def place_evidence(meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for all accesses to the place; None where it does not."""
    taken = [each for each in meeting.writes() if each.effect.action is Action.TAKE]
    return Evidence("queue", at(*taken)) if taken else None
