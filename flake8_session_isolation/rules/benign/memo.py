"""The write fills in what was missing or out of date.

Definition: The write is reached only where a test of the place, or of one that is set with it, allows it; and no
session's data is stored as it came in.
Evidence: The test and the write.
Bounds: A test that found the place set, as in `if topic: topic = ...`, allows no fill: what is stored there replaces
another session's value. A flag may be tested either way. A value from a session is not covered, nor a value that is
computed from one user's data and returned to the next user without a comparison. Whether two sessions may fill it in at
the same time is judged separately, as a race.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, Shown, at
from flake8_session_isolation.rules.judgements.dependences import of_kind
from flake8_session_isolation.rules.judgements.stored_values import is_made_of_a_user


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    tests = access.effect.fills.union(each.read for each in of_kind(access, By.COMPANION))
    if not tests or access.carries_unchanged or is_made_of_a_user(access, meeting):
        return None
    shown = (Shown("tested", each) for each in sorted({each.site for each in tests}))
    return Evidence("memo", (*shown, *at(access)))
