"""The place is a registry from which elements are removed by their own identity.

Definition: Some function removes an element by the element itself, as in `clients.remove(websocket)`.
Evidence: The removal.
Bounds: A removal by position or under a constant key is not enough.  Of a class attribute that several
instances change as if it were their own, only the instances themselves are meant for all: see `self_entry`.
"""

from __future__ import annotations

from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.rules.benign.evidence import Evidence, at


def place_evidence(meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for all accesses to the place; None where it does not."""
    grown = (each for each in meeting.writes() if each.effect.action is Action.GROW)
    if not meeting.is_of_one_object and any(map(_is_by_instance, grown)):
        return None
    removals = [each for each in meeting.writes() if each.effect.action is Action.DISCARD and _is_by_element(each)]
    return Evidence("registry", at(*removals)) if removals else None


def _is_by_instance(access: Access) -> bool:
    root = access.effect.path.root
    return root.kind is Kind.CLASS and root.by_instance


def _is_by_element(access: Access) -> bool:
    last = access.effect.path.steps[-1:]
    return bool(last) and last[0].is_item and last[0].separates
