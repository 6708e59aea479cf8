"""The function fills an object that other code has provided in the context variable.

Definition: The function tests whether the variable holds an object before it changes the object.
Evidence: The test and the write.
Bounds: A variable that is then set to the changed object is judged as a change in place. Who looks for the entry of the
thread on which all tasks run finds that of another task.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at, reads


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    tests = (each for each in access.effect.depends if each.by is By.GUARD)
    if access.effect.path.is_of_one_thread or all(each.read.path.steps for each in tests):
        return None
    return Evidence("provided_object", (*reads("tested", access, By.GUARD), *at(access)))
