"""The loop stands in a plain generator that no served function takes elements from.

Definition: The function is a generator, no coroutine, and nothing shows that a session runs it.
Evidence: The loop.
Bounds: A generator that a served function calls is stepped by it, and others may run between the steps.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    is_plain = access.entry.yields and not access.entry.is_coroutine
    return Evidence("lazy_walk", at(access)) if is_plain and not access.is_served else None
