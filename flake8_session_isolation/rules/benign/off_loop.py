"""The access to a thread-local is not made by a task of an event loop.

Definition: The function runs in threads of its own, once, or nothing shows that coroutines call it.
Evidence: The reason for which the function has its execution context.
Bounds: A function that nothing calls is judged by the optional code for thread-locals.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, why
from flake8_session_isolation.slicing.execution_context import Context


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    standing = access.standing
    is_on_loop = Context.TASKS in standing.contexts and not standing.is_supposed
    return None if is_on_loop else Evidence("off_loop", note=why(access))
