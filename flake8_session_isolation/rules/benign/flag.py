"""The place is a flag to which threads add a condition in one step.

Definition: The write combines the flag with a condition, `changed |= result` or `changed = changed or result`, without
a pause, and all else that is written there is True or False.
Evidence: The read and the write.
Bounds: A number is not covered, nor a flag that is turned around (`^=`), nor one that takes over what a session asks
for, `is_admin = is_admin or admin`, nor one that a call lowers before it raises it: it is about that call. An `await`
in the statement is a pause: what another session raised meanwhile is lost for sure, and not by an accident within one
line.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By, is_literal
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting, touching
from flake8_session_isolation.linking.places import Kind, Site
from flake8_session_isolation.linking.shapes import Constant
from flake8_session_isolation.rules.benign.evidence import Evidence, at, reads
from flake8_session_isolation.rules.judgements.dependences import of_kind
from flake8_session_isolation.rules.judgements.stored_values import is_flag


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    if not _adds_a_condition(access) or any(each.paused for each in access.effect.depends):
        return None
    if any(each.root.kind is Kind.PARAMETER for each in access.effect.value.places):
        return None
    others = [each for each in touching(access, meeting) if each.effect.is_write and not _adds_a_condition(each)]
    if not others or not all(map(is_flag, others)):
        return None
    lowered = (each for each in others if each.entry is access.entry and not of_kind(each, By.GUARD))
    if any(_begun_at(each) < _begun_at(access) for each in lowered):
        return None
    return Evidence("flag", (*reads("read", access, By.VALUE), *at(access)))


def _begun_at(access: Access) -> Site:
    """The position in the entry at which the access, or the call that leads to it, stands."""
    effect = access.effect
    return effect.calls_at[0] if effect.calls_at else effect.site


def _adds_a_condition(access: Access) -> bool:
    """Whether the flag stays as it is or gets a condition: no number, no text, and not its opposite."""
    effect = access.effect
    if effect.action is Action.REPLACE:
        return effect.path in effect.value.places and is_flag(access)
    return effect.action is Action.UPDATE and all(map(_may_be_a_condition, effect.value.shapes))


def _may_be_a_condition(shape: object) -> bool:
    return isinstance(shape, Constant) and is_literal(shape) and shape.text in ("True", "False")
