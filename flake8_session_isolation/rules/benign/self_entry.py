"""An object enters itself into a container of its class.

Definition: The stored value is the receiver of the method.
Evidence: The write.
Bounds: What the object holds is not covered.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    receiver = access.writer.receiver if access.writer else None
    own = access.effect.value.places
    is_itself = bool(own) and all(each.root.name == receiver and not each.steps for each in own)
    return Evidence("self_entry", at(access)) if is_itself else None
