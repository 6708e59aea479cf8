"""A list holds one value that is made once, and only that element is read.

Definition: The list grows only where it was found empty, and all other reads take an element at a constant position or
only test whether there is one: no reader sees what a second session adds behind it.
Evidence: The test, the growth and the reads of the element.
Bounds: Where it is only tested, what callers put in is not covered: it may take a seat. Nor is data of a session that
is stored as it came in, or a list that some function takes as a whole.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By, Use
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at, reads


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    tests = reads("tested", access, By.GUARD)
    if not tests or access.carries_unchanged:
        return None
    tested = {each.site for each in tests}
    others = [each for each in meeting.reads() if each.effect.site not in tested]
    if not others or not all(_takes_one(each, access) for each in others):
        return None
    return Evidence("first_element", (*tests, *at(access, *others)))


def _takes_one(read: Access, growth: Access) -> bool:
    """Whether a read takes the element at a position that is the same for all sessions, or only tests for one."""
    if read.effect.use is Use.TEST:
        return growth.effect.action is Action.GROW and not growth.effect.value.origins
    further = read.effect.path.steps[len(growth.effect.path.steps) :]
    return bool(further) and further[0].is_item and further[0].name.lstrip("-").isdigit()
