"""State that functions keep between calls: mutable defaults and cached results."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.dataflow.cached_functions import COROUTINE
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules import benign
from flake8_session_isolation.rules.judgements.harms import Harm, Proof, does_harm
from flake8_session_isolation.rules.judgements.readers import takes_default, takes_whole_default


def changes_of_default(meeting: Meeting) -> Iterator[Access]:
    """Writes to a default through which a later call sees what an earlier one left."""
    return (each for each in meeting.writes() if does_harm(each, meeting, DEFAULT_HARMS))


def left_in_cache(meeting: Meeting) -> Iterator[Access]:
    """Cached results that the next caller must not get."""
    return (each for each in meeting.writes() if each.effect.is_left_in_cache)


def is_coroutine(access: Access) -> bool:
    """Whether a cache keeps a coroutine."""
    return COROUTINE in access.effect.value.shapes


def _grows(access: Access, meeting: Meeting) -> bool:
    return access.effect.action is Action.GROW


def _is_taken(access: Access, meeting: Meeting) -> bool:
    return any(takes_default(each, access) for each in meeting.accesses)


def _updates(access: Access, meeting: Meeting) -> bool:
    return access.effect.action is Action.UPDATE and not access.effect.path.steps


def _brings_data(access: Access, meeting: Meeting) -> bool:
    return bool(access.effect.value.origins) and _is_taken(access, meeting)


def _hands_out(access: Access, meeting: Meeting) -> bool:
    return access.effect.action is Action.REPLACE


def _adds(access: Access, meeting: Meeting) -> bool:
    return access.effect.action is Action.ADD


def _is_taken_whole(access: Access, meeting: Meeting) -> bool:
    return any(takes_whole_default(each) for each in meeting.accesses)


def _is_entry(access: Access) -> bool:
    return access.effect.action is Action.STORE and len(access.effect.path.steps) == 1


def _is_keyed_by_owner(access: Access, meeting: Meeting) -> bool:
    """Whether the function that has the default stores in it under a key that separates sessions."""
    return access.effect.path.is_keyed and access.effect.site.function == meeting.root.owner


def _stores_keyed(access: Access, meeting: Meeting) -> bool:
    return _is_entry(access) and _is_keyed_by_owner(access, meeting)


def _stores(access: Access, meeting: Meeting) -> bool:
    return _is_entry(access) and not _is_keyed_by_owner(access, meeting)


DEFAULT_HARMS = (
    Harm(_grows, benign.DEFAULT_GROWTH, (Proof(_is_taken, "no function takes what is added"),)),
    Harm(_updates, benign.DEFAULT_CHANGE, (Proof(_brings_data, "no data of a parameter is put in and taken"),)),
    Harm(_hands_out, benign.DEFAULT_CHANGE),
    Harm(_adds, benign.DEFAULT_CHANGE, (Proof(_is_taken_whole, "no function takes the whole default"),)),
    Harm(_stores_keyed, benign.DEFAULT_KEYED_ENTRY, (Proof(_is_taken_whole, "no function takes the whole default"),)),
    Harm(_stores, benign.DEFAULT_ENTRY, (Proof(_is_taken, "no function takes the entry"),)),
)
