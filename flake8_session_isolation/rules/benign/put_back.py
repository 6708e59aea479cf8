"""The place gets the value that it has.

Definition: A helper is called with the current value of the place and stores it there again.
Evidence: The write.
Bounds: A value that is read, then stored back directly after a pause, is stale. A choice between the current value and
a literal of the helper's own is not covered; an empty one may be what the place held first.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.values import AnyShape
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.linking.shapes import Constant
from flake8_session_isolation.rules.benign.evidence import Evidence, at


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    effect = access.effect
    is_same = bool(effect.via) and effect.path in effect.value.places and not any(map(_is_own, effect.value.shapes))
    return Evidence("put_back", at(access)) if is_same else None


_EMPTY = frozenset({"None", "False", "0", "0.0", "''", '""'})


def _is_own(shape: AnyShape) -> bool:
    """Whether a value is a literal that says something."""
    return isinstance(shape, Constant) and shape.text not in _EMPTY
