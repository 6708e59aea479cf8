"""A new object stands in for an empty class attribute, and the new object is changed.

Definition: The change is made through a local variable that is bound to `self.x or []`, no class gives the attribute
anything but an empty container, and no other function changes it.  An empty container is falsy, so that the variable
holds the new object.
Evidence: The change.
Bounds: An attribute that some class of the module fills is not covered; nor, in served code, one of a class that sets
attributes by names that its makers give, `setattr(self, key, value)`; nor None in a class of which a library makes the
instances, one for each request: only a subclass or a registration fills the attribute there, for all requests.
"""

from __future__ import annotations

from flake8_session_isolation.frontend.scopes import Class
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.linking.attributes import binds_any_attribute
from flake8_session_isolation.linking.local_aliases import is_always_empty, is_left_to_subclasses, local_alias
from flake8_session_isolation.rules.benign.evidence import Evidence, at


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    writer, name = access.writer, access.effect.path.root.name
    if writer is None or writer.owner is None or not all(each.is_in_function_of(access) for each in meeting.writes()):
        return None
    alias = local_alias(writer, name)
    is_new = alias is not None and alias.is_fallback and is_always_empty(writer.owner, name)
    return Evidence("empty_fallback", at(access)) if is_new and not _may_be_filled(access, writer.owner) else None


def _may_be_filled(access: Access, cls: Class) -> bool:
    """Whether other files may fill the attribute for the sessions that the access serves."""
    is_left = access.standing.is_by_facts and is_left_to_subclasses(cls, access.effect.path.root.name)
    return access.is_served and (is_left or binds_any_attribute(cls))
