"""Loops across a pause over a dict, set or deque that other functions resize."""

from __future__ import annotations

from flake8_session_isolation.facts import Action
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.interference.accesses import Access, Meeting, touches
from flake8_session_isolation.linking.shapes import Made

_SIZE_CHANGES = (Action.GROW, Action.ADD, Action.STORE, Action.DISCARD, Action.TAKE, Action.CLEAR, Action.UPDATE)
_STANDARD = ("builtins.", "collections.", "weakref.")
"""Where the containers are that raise if a loop finds them resized."""


@memoised
def resizing(meeting: Meeting) -> list[Access]:
    """Changes by served functions that may change the size of a container that a loop has begun with."""
    changes = (each for each in meeting.writes() if each.is_served and each.effect.action in _SIZE_CHANGES)
    return [each for each in changes if not each.effect.path.is_cut and not _fills_a_new_one(each)]


def _fills_a_new_one(change: Access) -> bool:
    """Whether a task fills the container that it has just put in place of the old one, or has emptied: no loop of
    another task has begun with that since, and emptying it is a change of its own."""
    return change.effect.is_refill and not change.in_threads


def raises_when_resized(walk: Access) -> bool:
    """Whether iterating over the container raises if its size changes. A list skips a step at worst, which is harmless
    for a loop that sends to listeners."""
    kinds = {each.type for each in walk.effect.value.shapes if isinstance(each, Made)}
    known = any(each.startswith(_STANDARD) for each in kinds)
    return known and "builtins.list" not in kinds and not walk.effect.path.is_cut


def resizes(change: Access, walk: Access) -> bool:
    """Whether a change concerns the size of the container that the loop is over."""
    outer, inner = walk.effect.path, change.effect.path
    grows_here = change.effect.action in (Action.GROW, Action.CLEAR, Action.UPDATE)
    size = len(inner.steps) == len(outer.steps) + (not grows_here and inner.steps[len(outer.steps) :] != ())
    is_another = change.effect.action is Action.STORE and inner == outer
    return size and not is_another and touches(change, walk)
