"""A default is used as a memo or as a set.

Definition: The write is reached only where a test allows it: a test of the entry, or, where no parameter's data is
stored, a test of the default as a whole.
Evidence: The test and the write.
Bounds: Parameter data that is stored after a test of the default as a whole is not covered, nor is a list of such data
that a function takes as a whole: each element is there once, and those of other calls are among them.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at, reads
from flake8_session_isolation.rules.judgements.readers import takes_whole_default


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    if _lists_data(access) and any(map(takes_whole_default, meeting.accesses)):
        return None
    same = (each for each in meeting.writes_in_function_of(access) if each.effect.site == access.effect.site)
    filled = next((each for each in same if _is_searched_before(each)), None)
    return Evidence("filled_default", (*reads("tested", filled, By.GUARD), *at(access))) if filled is not None else None


def _is_searched_before(access: Access) -> bool:
    deep = max(len(access.effect.path.steps), 1) if access.effect.value.origins else 0
    return any(each.by is By.GUARD and len(each.read.path.steps) >= deep for each in access.effect.depends)


def _lists_data(access: Access) -> bool:
    return access.effect.action is Action.GROW and not access.effect.path.steps and bool(access.effect.value.origins)
