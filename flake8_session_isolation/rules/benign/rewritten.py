"""Each call stores the entry again before it reads it.

Definition: On every way to a read of the entry the same call has stored it, so that what an earlier call left is never
seen.
Evidence: The reads.
Bounds: One read that a way without the store reaches is enough to see what an earlier call left.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting, alike, by_path
from flake8_session_isolation.rules.benign.evidence import Evidence, at
from flake8_session_isolation.rules.judgements.readers import takes_default


@alike(by_path)
def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    readers = [each for each in meeting.accesses if takes_default(each, access)]
    is_anew = bool(readers) and all(access.effect.path in each.effect.renewed for each in readers)
    return Evidence("rewritten", at(*readers)) if is_anew else None
