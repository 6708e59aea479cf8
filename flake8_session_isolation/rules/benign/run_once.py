"""The access is made once in the life of the program.

Definition: The function that makes it runs at start or end of the program, at import, or in a test.
Evidence: The reason for which the function has its execution context.
Bounds: A function that nothing calls may be called by another program and does not count.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, why
from flake8_session_isolation.slicing.execution_context import Context


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    runs_once = access.standing.contexts <= {Context.ONCE, Context.TEST}
    return Evidence("run_once", note=why(access)) if runs_once else None
