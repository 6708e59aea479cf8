"""What is measured is kept for a time.

Definition: The call that adds to the place also removes what has become too old, as a test of the first element shows;
and nothing is added as it came in.
Evidence: The growth and the removal.
Bounds: Messages are added unchanged: they are a history, however soon they are removed. A removal that only a size
decides is not enough.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting, alike, by_path, touching
from flake8_session_isolation.rules.benign.evidence import Evidence, at
from flake8_session_isolation.rules.judgements.dependences import of_kind

_REMOVALS = (Action.DISCARD, Action.TAKE, Action.DELETE)


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    if access.carries_unchanged:
        return None
    removals = [each for each in _removals_by_age(access, meeting) if each.entry is access.entry]
    return Evidence("window", at(access, *removals)) if removals else None


@alike(by_path)
def _removals_by_age(access: Access, meeting: Meeting) -> tuple[Access, ...]:
    removals = (each for each in touching(access, meeting) if each.effect.action in _REMOVALS)
    return tuple(each for each in removals if _is_by_age(each))


def _is_by_age(access: Access) -> bool:
    """Whether a removal depends on what is in an element of the place."""
    tests = (each.read.path for each in of_kind(access, By.GUARD))
    return any(len(each.steps) > len(access.effect.path.steps) for each in tests)
