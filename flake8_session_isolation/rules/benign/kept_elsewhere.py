"""What is stored is kept at another shared place, where every session finds it.

Definition: The object was not made for the write: it is an entry of another container that outlives sessions. A second
session stores the same object.
Evidence: The write.
Bounds: An entry under a session's own key is another for each session. A function without parameters has no such key,
however it computes one.
"""

from __future__ import annotations

from flake8_session_isolation.frontend.scopes import Function
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.rules.benign.evidence import Evidence, at


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    places = access.effect.value.places - {access.effect.path}
    is_own = access.carries_session_data or _is_given_something(access.writer)
    are_shared = all(each.root.kind in _SHARED and not (is_own and each.is_keyed) for each in places)
    return Evidence("kept_elsewhere", at(access)) if places and are_shared and not access.effect.value.is_new else None


def _is_given_something(writer: Function | None) -> bool:
    return writer is None or any(each != writer.receiver for each in writer.parameters)


_SHARED = frozenset({Kind.MODULE, Kind.CLASS, Kind.OBJECT})
