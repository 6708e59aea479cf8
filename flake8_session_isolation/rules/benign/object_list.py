"""The elements are objects of the project that are used one by one.

Definition: What is appended is an instance of a class of the project, and no served function takes the list as a whole.
Evidence: The growth.
Bounds: A list that a function hands out as a whole shows every session's objects.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at
from flake8_session_isolation.rules.judgements.readers import is_handed_out_whole
from flake8_session_isolation.rules.judgements.stored_values import is_thing


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    is_kept_apart = is_thing(access) and not any(is_handed_out_whole(each, access) for each in meeting.reads())
    return Evidence("object_list", at(access)) if is_kept_apart else None
