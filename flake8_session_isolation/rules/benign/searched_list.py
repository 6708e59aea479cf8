"""A list grows only where the element was not found: it is used as a set.

Definition: The elements of the list were tested before the growth.
Evidence: The test and the growth.
Bounds: A test of the list as a whole, such as of its length, is not enough, nor one of an attribute of an object that
is fed: `while not parser.done`.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at, reads


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    deep = len(access.effect.path.steps)
    looked_at = (each.read.path.steps[deep:] for each in access.effect.depends if each.by is By.GUARD)
    if not any(steps and steps[0].is_item for steps in looked_at):
        return None
    return Evidence("searched_list", (*reads("tested", access, By.GUARD), *at(access)))
