"""What served functions put in is collected by a function that is not served.

Definition: A function that runs once or in the background takes the content of the place as data, and no served
function does.
Evidence: The accesses that take it.
Bounds: One served function that takes the content is enough to show it to another session.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import Use
from flake8_session_isolation.interference.accesses import Access, Meeting, alike, by_path, reads_touching
from flake8_session_isolation.rules.benign.evidence import Evidence, at


@alike(by_path)
def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    takers = [each for each in reads_touching(access, meeting) if each.effect.use is Use.DATA]
    is_collected = bool(takers) and not any(each.is_served for each in takers)
    return Evidence("collected", at(*takers)) if is_collected else None
