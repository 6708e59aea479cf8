"""It is known how the function runs that uses a thread-local.

Definition: The function is served, runs once or runs in the background; the optional code asks about unknown callers
only.
Evidence: The reason for which the function has its execution context.
Bounds: What coroutines do to a thread-local is judged by the code that is on by default.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, why
from flake8_session_isolation.slicing.execution_context import Context


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    standing = access.standing
    is_unknown = standing.contexts == {Context.UNKNOWN} or standing.is_supposed
    return None if is_unknown else Evidence("known_context", note=why(access))
