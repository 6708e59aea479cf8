"""Nothing else runs between the steps of the function.

Definition: Sessions are served one at a time, or the function is not served and no served function writes the place
beside it without a common lock.
Evidence: The reason for which the function has its execution context.
Bounds: A background task that runs beside served writers of the place is not alone.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting, touches
from flake8_session_isolation.rules.benign.evidence import Evidence, why
from flake8_session_isolation.slicing.execution_context import Context


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    is_alone = access.is_serial if access.is_served else not _is_beside_sessions(access, meeting)
    return Evidence("alone", note=why(access)) if is_alone else None


def _is_beside_sessions(access: Access, meeting: Meeting) -> bool:
    others = (each for each in meeting.writes() if each.is_served and touches(each, access))
    return Context.BACKGROUND in access.standing.contexts and any(not each.excludes(access) for each in others)
