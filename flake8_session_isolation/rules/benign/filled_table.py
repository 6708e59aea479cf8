"""A loop fills a table that is the same for all sessions.

Definition: The function appends in a loop, at one site again and again, and no session's data is appended.
Evidence: The growth.
Bounds: One growth for each call is a log of the calls, not a table.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at
from flake8_session_isolation.rules.judgements.dependences import of_kind


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    if access.carries_session_data:
        return None
    same = (each for each in meeting.writes_in_function_of(access) if each.effect.site == access.effect.site)
    again = [each for each in same if _is_in_loop(each)]
    return Evidence("filled_table", at(*again[:1])) if again else None


def _is_in_loop(access: Access) -> bool:
    return any(each.read.site == access.effect.site for each in of_kind(access, By.GROWTH))
