"""The write concerns an attribute of an object that a variable holds.

Definition: The path has an attribute below its root, outside of application storage. The class of the object is
responsible.
Evidence: The write.
Bounds: Attributes of objects that are known to serve every session are places of their own and are not covered, nor
those of a plain namespace, nor what a handler sets on the object of a library that others use, nor what it sets on an
object that such an object holds, or on every element of a container, and reads there after a pause.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.rules.benign.evidence import Evidence, at
from flake8_session_isolation.rules.judgements.library_objects import (
    is_left_on_each,
    is_left_on_held_object,
    is_left_on_library_object,
)


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    path = access.effect.path
    is_attribute = path.root.kind is not Kind.STORAGE and any(not step.is_item for step in path.steps)
    if not is_attribute or meeting.is_namespace:
        return None
    kinds = (is_left_on_library_object, is_left_on_held_object, is_left_on_each)
    return None if any(is_left(access, meeting) for is_left in kinds) else Evidence("own_object", at(access))
