"""The access is made by a background task with a context of its own.

Definition: The function that makes it was started once, in the background, and no session runs it.
Evidence: The reason for which the function has its execution context.
Bounds: This holds for context variables only: a background task does meet the sessions at places that are not its own.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, why
from flake8_session_isolation.slicing.execution_context import Context


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    contexts = access.standing.contexts
    is_beside = Context.BACKGROUND in contexts and Context.UNKNOWN not in contexts and not access.is_served
    return Evidence("background", note=why(access)) if is_beside else None
