"""No other task runs while the block of a context manager does.

Definition: A context manager, no coroutine, sets the place when the block begins and again when it ends; the function
that has the block runs as a task, and the block does not pause.
Evidence: The write.
Bounds: A context manager without known users is not covered: its block may pause. In threads another session can run at
any time.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    writer = access.writer
    if writer is None or writer is access.entry or writer.is_coroutine or not writer.is_context_manager:
        return None
    return Evidence("undivided_block", at(access)) if access.is_transient else None
