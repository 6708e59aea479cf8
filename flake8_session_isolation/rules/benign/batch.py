"""The place collects a batch that is handed on when it is large enough.

Definition: The function that fills it empties it where a test of its size allows it, takes what is in it only there,
and no function replies with it.
Evidence: The growth, and the write that empties.
Bounds: A list of which some reply is made is a history, however short it is kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flake8_session_isolation.dataflow.effects import By, Use
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.linking.places import Site
from flake8_session_isolation.rules.benign.drained_buffer import empties
from flake8_session_isolation.rules.benign.evidence import Evidence, at
from flake8_session_isolation.rules.judgements.dependences import of_kind


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    own = _emptying(meeting).get(access.effect.site.function, ())
    counted = [each.read.site for one in own for each in of_kind(one, By.GUARD) if each.read.site in _counted(meeting)]
    is_batch = bool(counted) and not any(_is_used_before(each, access, min(counted)) for each in _taken(meeting))
    return Evidence("batch", at(access, *own)) if is_batch else None


@memoised
def _emptying(meeting: Meeting) -> Mapping[str, Sequence[Access]]:
    """By function the writes in it that empty the place, in source order."""
    found: dict[str, list[Access]] = {}
    for each in filter(empties, meeting.writes()):
        found.setdefault(each.effect.site.function, []).append(each)
    return found


@memoised
def _counted(meeting: Meeting) -> set[Site]:
    """Where the size of the place is compared."""
    return {each.effect.site for each in meeting.reads() if each.effect.use is Use.COUNT}


@memoised
def _taken(meeting: Meeting) -> list[Access]:
    """The reads that take what is in the place."""
    return [each for each in meeting.reads() if each.effect.use is Use.DATA]


def _is_used_before(reader: Access, access: Access, counted: Site) -> bool:
    """Whether the function that fills the place takes its content whatever its size, or a reply has it."""
    return reader.is_replied or (reader.is_in_function_of(access) and reader.effect.site < counted)
