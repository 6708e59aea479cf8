"""What is stored in a context variable's object is a reference, made without any parameter.

Definition: The value is a reference (see `reference`), and no parameter's data is in it.
Evidence: The write.
Bounds: An object made from a parameter is not covered, no matter which code calls the function, nor the entry of the
thread on which all tasks run.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign import reference
from flake8_session_isolation.rules.benign.evidence import Evidence


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    if access.effect.value.origins or access.effect.path.is_of_one_thread:
        return None
    found = reference.evidence(access, meeting)
    return found._replace(reason="dataless_reference") if found is not None else None
