"""The name of the function says that it runs in a thread of its own.

Definition: The name contains `thread`, `executor` or `worker`.
Evidence: The access.
Bounds: Only the optional code for thread-locals asks for it, where nothing shows how the function runs.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at

_WORDS = ("thread", "executor", "worker")


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    is_named_so = any(word in access.inner_function.lower() for word in _WORDS)
    return Evidence("own_thread", at(access)) if is_named_so else None
