"""The value is a figure of the program's statistics.

Definition: A word in the name of the place or of its class says so (stats, metrics ...), the new value is a number that
is computed from the old one, and no served function tests it or computes anything else from it. A lost update makes a
figure too small, and changes nothing for a session.
Evidence: The read and the write.
Bounds: A number that decides something, such as a limit, is not covered, nor one whose name says nothing.
"""

from __future__ import annotations

import re

from flake8_session_isolation.dataflow.access_paths import Path
from flake8_session_isolation.dataflow.effects import By, Use
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting, reads_touching
from flake8_session_isolation.rules.benign.evidence import Evidence, at, reads
from flake8_session_isolation.rules.judgements.dependences import of_kind
from flake8_session_isolation.rules.judgements.stored_values import is_quantity


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    is_number = access.effect.action is Action.UPDATE or is_quantity(access)
    if not of_kind(access, By.VALUE) or not is_number or not _is_named_so(access.effect.path):
        return None
    counting = {each.read.site for write in meeting.writes() for each in of_kind(write, By.VALUE)}
    others = (each for each in reads_touching(access, meeting) if each.is_served and each.effect.site not in counting)
    if any(map(_decides, others)):
        return None
    return Evidence("statistic", (*reads("read", access, By.VALUE), *at(access)))


def _decides(reader: Access) -> bool:
    """Whether a read tests the figure, or computes something else from it than a reply."""
    use = reader.effect.use
    return use in (Use.TEST, Use.COUNT) or (use is Use.DATA and not reader.is_replied)


def _is_named_so(path: Path) -> bool:
    owner = path.root.owner.rpartition(".")[2]
    names = (owner, path.root.name, *(each.name for each in path.steps))
    return any(word.lower() in _WORDS for each in names for word in _PARTS.findall(each))


_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_WORDS = frozenset({"stats", "statistics", "metrics", "telemetry"})
"""What the names of figures contain."""
