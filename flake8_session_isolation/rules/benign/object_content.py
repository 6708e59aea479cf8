"""The write concerns an attribute of an object that is a default.

Definition: The path from the default has an attribute, so that the default itself and the containers in it stay as they
are.
Evidence: The write.
Bounds: A container in an attribute of the default that takes a session's data is not covered.
"""

from __future__ import annotations

from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    effect, steps = access.effect, access.effect.path.steps
    if all(each.is_item for each in steps):
        return None
    is_container = not steps[0].is_item and len(steps) == 1 and effect.action is Action.GROW
    return None if is_container and effect.value.origins else Evidence("object_content", at(access))
