"""The elements are objects of the project that are used one by one.

Definition: What is appended is an instance of a class of the project, and served functions look for the elements that
they use.
Evidence: The growth.
Bounds: A list that a function hands out as a whole shows every session's objects.  So does a reply that has an
attribute of each element, or of the one at a fixed position: `users[-1].name`.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at
from flake8_session_isolation.rules.judgements.readers import finders, is_handed_out_whole, shows_elements
from flake8_session_isolation.rules.judgements.stored_values import is_thing


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    if not is_thing(access) or any(_shows(each, access, meeting) for each in finders(access, meeting)):
        return None
    return Evidence("object_list", at(access))


def _shows(reader: Access, access: Access, meeting: Meeting) -> bool:
    return is_handed_out_whole(reader, access) or shows_elements(reader, access, meeting)
