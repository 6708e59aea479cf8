"""A class keeps instances of itself.

Definition: The stored value is an instance of the class whose method stores it.
Evidence: The write.
Bounds: Instances of other classes are not covered, nor another instance that a method is given and puts into what is
then meant to be its own list, such as that of its children: nothing reaches that list through the class.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.linking.shapes import Instance
from flake8_session_isolation.rules.benign.evidence import Evidence, at


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    owner = access.writer.owner if access.writer else None
    is_own = any(isinstance(each, Instance) and each.of is owner for each in access.effect.value.shapes)
    return Evidence("own_instances", at(access)) if is_own and not _is_given_to_one(access, meeting) else None


def _is_given_to_one(access: Access, meeting: Meeting) -> bool:
    """Whether an instance keeps what it was given, in an attribute that only instances use."""
    is_given = access.effect.path.root.by_instance and bool(access.effect.value.origins)
    return is_given and all(each.effect.path.root.by_instance for each in meeting.accesses)
