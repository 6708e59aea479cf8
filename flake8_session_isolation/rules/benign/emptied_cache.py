"""A cache is emptied when it is full.

Definition: The place is emptied where its size was tested, and functions ask for an entry in one step that allows it to
be missing, `cache.get(key)`, and store it where it was missing. Two sessions empty the place twice, and what is missing
then is made again.
Evidence: The test and the emptying.
Bounds: In threads an entry may be gone as soon as it was stored or found by `key in cache`: a function that takes it
after that is not covered. Nor is a place to which some function appends.
"""

from __future__ import annotations

from collections.abc import Iterable

from flake8_session_isolation.dataflow.effects import By, Use
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting, touching
from flake8_session_isolation.rules.benign.evidence import Evidence, at, reads
from flake8_session_isolation.rules.judgements.dependences import of_kind


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    if access.effect.action is not Action.CLEAR:
        return None
    met = touching(access, meeting)
    counted = {each.effect.site for each in met if each.effect.use is Use.COUNT}
    if not any(each.read.site in counted for each in of_kind(access, By.GUARD)):
        return None
    depth = len(access.effect.path.steps)
    if any(_relies_on_an_entry(each, depth) for each in met):
        return None
    if not any(_is_made_again(each, depth, met) for each in met):
        return None
    return Evidence("emptied_cache", (*reads("tested", access, By.GUARD), *at(access)))


def _is_made_again(other: Access, depth: int, met: Iterable[Access]) -> bool:
    """Whether an access stores an entry for which its function looked before."""
    looked = (each for each in met if not each.effect.is_write and len(each.effect.path.steps) > depth)
    own = (each for each in looked if each.is_in_function_of(other) and each.effect.site < other.effect.site)
    return other.effect.action is Action.STORE and any(True for _ in own)


def _relies_on_an_entry(other: Access, depth: int) -> bool:
    """Whether an access stores anything but a whole entry, or reads an entry that it must find."""
    effect, inside = other.effect, len(other.effect.path.steps) - depth
    if effect.is_write:
        return effect.action is not Action.CLEAR and not (effect.action is Action.STORE and inside == 1)
    stored = (each for each in effect.after if each.function == effect.site.function and each < effect.site)
    return inside > 0 and (effect.use is Use.TEST or any(True for _ in stored))
