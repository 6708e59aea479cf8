"""The place is a registry from which elements are removed by their own identity.

Definition: Some function removes an element by the element itself, as in `clients.remove(websocket)`.
Evidence: The removal.
Bounds: Elements of one list may come in any order only if they are something to wait for and the call that adds one
removes it. A message that is taken back was part of a conversation. A removal by position or under a constant key is
not enough.  Of a class attribute that several instances change as if it were their own, only the instances themselves
are meant for all: see `self_entry`.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.access_paths import may_meet
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.rules.benign.evidence import Evidence, at
from flake8_session_isolation.rules.judgements.stored_values import is_to_wait_for


def place_evidence(meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for all accesses to the place; None where it does not."""
    grown = (each for each in meeting.writes() if each.effect.action is Action.GROW)
    if not meeting.is_of_one_object and any(map(_is_by_instance, grown)):
        return None
    removals = [each for each in meeting.writes() if each.effect.action is Action.DISCARD and _is_by_element(each)]
    return Evidence("registry", at(*removals)) if removals else None


def element_evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that a call enters an event, a future or a queue of its own and removes it by its identity."""
    around, depth = access.effect.path, len(access.effect.path.steps)
    removals = (each for each in meeting.writes() if each.effect.action is Action.DISCARD and _is_by_element(each))
    of_list = (each for each in removals if len(each.effect.path.steps) == depth + 1)
    own = [each for each in of_list if each.entry is access.entry and may_meet(each.effect.path, around)]
    return Evidence("registry", at(*own)) if own and is_to_wait_for(access) else None


def _is_by_instance(access: Access) -> bool:
    root = access.effect.path.root
    return root.kind is Kind.CLASS and root.by_instance


def _is_by_element(access: Access) -> bool:
    last = access.effect.path.steps[-1:]
    return bool(last) and last[0].is_item and last[0].separates
