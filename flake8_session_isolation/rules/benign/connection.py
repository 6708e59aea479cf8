"""The elements are connections or listeners.

Definition: Each served function that finds the elements only calls their methods, and takes no data from them.
Evidence: The accesses that use the elements.
Bounds: A method of an item of an element is not covered: the item is text or a number, and the method gives its data.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting, alike, by_path_and_locks
from flake8_session_isolation.rules.benign.evidence import Evidence, at
from flake8_session_isolation.rules.judgements.readers import finders, talks_to


@alike(by_path_and_locks)
def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    readers = finders(access, meeting)
    is_spoken_to = bool(readers) and all(talks_to(each, access) for each in readers)
    return Evidence("connection", at(*readers)) if is_spoken_to else None
