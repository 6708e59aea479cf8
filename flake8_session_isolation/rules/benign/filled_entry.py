"""An entry of an object in a context variable is computed where it was missing.

Definition: The entry itself was tested before it was stored, and no parameter is stored as it came in.
Evidence: The test and the write.
Bounds: A test of the object as a whole is not enough: the object may be one that was inherited. Nor is the entry of the
thread on which all tasks run.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at, reads


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    effect = access.effect
    deep = len(effect.path.steps)
    is_tested = any(each.by is By.GUARD and len(each.read.path.steps) == deep for each in effect.depends)
    came_in = any(not each.called for each in effect.value.origins)
    if effect.action is not Action.STORE or not is_tested or came_in or effect.path.is_of_one_thread:
        return None
    return Evidence("filled_entry", (*reads("tested", access, By.GUARD), *at(access)))
