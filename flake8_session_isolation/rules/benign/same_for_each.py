"""Each instance stores the same in a container of its class.

Definition: A constructor stores a literal, or a new container without data of its parameters, under a constant key.
Evidence: The write.
Bounds: A container that some function changes where it is stored is not covered: the next instance replaces it for all.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.access_paths import covers
from flake8_session_isolation.dataflow.effects import literal
from flake8_session_isolation.frontend.quick_look import MAKERS
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.linking.shapes import Made
from flake8_session_isolation.rules.benign.evidence import Evidence, at


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    effect = access.effect
    if access.writer is None or access.writer.short_name not in MAKERS or effect.path.is_keyed:
        return None
    is_same = literal(effect.value) or (_is_plain(access) and not _is_changed(access, meeting))
    return Evidence("same_for_each", at(access)) if is_same else None


def _is_plain(access: Access) -> bool:
    value = access.effect.value
    is_made = bool(value.shapes) and all(isinstance(each, Made) for each in value.shapes)
    return is_made and value.is_new and not (value.origins or value.reads or value.places)


def _is_changed(access: Access, meeting: Meeting) -> bool:
    path = access.effect.path
    inner = (each.effect.path for each in meeting.writes() if len(each.effect.path.steps) > len(path.steps))
    return any(covers(path, each) for each in inner)
