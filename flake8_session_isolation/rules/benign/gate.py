"""The place is a gate: it shows that a session is being served.

Definition: The function tests the place, sets it with no pause between, and resets it to a constant, itself or by a
function that it calls.
Evidence: The test, the write that sets the gate, and the reset.
Bounds: A test that a pause separates from the setting does not hold others back.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By, literal
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at, reads


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    if not any(each.by is By.GUARD and not each.paused for each in access.effect.depends):
        return None
    own = (each for each in meeting.writes() if each.is_in_function_of(access) or each.entry is access.entry)
    resets = [each for each in own if each.effect.site != access.effect.site and literal(each.effect.value)]
    return Evidence("gate", (*reads("tested", access, By.GUARD), *at(access, *resets))) if resets else None
