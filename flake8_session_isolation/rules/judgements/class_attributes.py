"""Class attributes that are changed as if each instance had its own."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules import benign
from flake8_session_isolation.rules.benign.evidence import first_of_place
from flake8_session_isolation.rules.judgements.choices import decides_a_reply, is_given
from flake8_session_isolation.rules.judgements.harms import Harm, Proof, does_harm
from flake8_session_isolation.rules.judgements.readers import is_read_as_a_whole
from flake8_session_isolation.rules.judgements.session_state import is_left


def mixed_writes(meeting: Meeting) -> Iterator[Access]:
    """Growth or a store under a constant key, through an instance or in served code; or session data stored on the
    class."""
    if first_of_place(benign.CLASS_PLACE, meeting) is None:
        yield from (each for each in meeting.writes() if does_harm(each, meeting, CLASS_HARMS))


def _grows(access: Access, meeting: Meeting) -> bool:
    return access.effect.action is Action.GROW


def _adds_element(access: Access, meeting: Meeting) -> bool:
    return access.effect.action is Action.ADD


def _is_found_whole(access: Access, meeting: Meeting) -> bool:
    return access.effect.path.root.by_instance and is_read_as_a_whole(meeting)


def _stores_for_a_request(access: Access, meeting: Meeting) -> bool:
    is_store = access.effect.action is Action.STORE and access.effect.path.root.by_instance
    return is_store and _is_of_one_request(access)


def _stores_entry(access: Access, meeting: Meeting) -> bool:
    return access.effect.action is Action.STORE and not _stores_for_a_request(access, meeting)


def _is_own_entry(access: Access, meeting: Meeting) -> bool:
    return len(access.effect.path.steps) == 1


def _is_sessions_or_classes(access: Access, meeting: Meeting) -> bool:
    """Whether session data is stored, or the class itself stores in its attribute; what other code stores through the
    class name is meant for all."""
    is_by_class = access.effect.path.root.by_instance or (access.writer is not None and access.writer.owner is not None)
    return is_by_class or access.carries_session_data


def _updates(access: Access, meeting: Meeting) -> bool:
    return access.effect.action is Action.UPDATE


def _is_updated_by_instance(access: Access, meeting: Meeting) -> bool:
    return not access.effect.path.steps and access.effect.path.root.by_instance


def _replaces_by_instance(access: Access, meeting: Meeting) -> bool:
    return access.effect.action is Action.REPLACE and access.effect.path.root.by_instance


def _replaces_on_class(access: Access, meeting: Meeting) -> bool:
    return access.effect.action is Action.REPLACE and not access.effect.path.root.by_instance


def _is_in_force(access: Access, meeting: Meeting) -> bool:
    """Whether a session's value is left for others; or a handler stores what it was called with, and only other files
    read it."""
    is_for_others = access.standing.is_by_facts and access.carries_unchanged and not any(meeting.reads())
    return is_for_others or is_left(access, meeting)


def _gives_to_class(access: Access, meeting: Meeting) -> bool:
    """Whether a handler stores on the class what a session sent."""
    return _replaces_on_class(access, meeting) and is_given(access, meeting)


def _is_of_one_request(access: Access) -> bool:
    """Whether the writer's object belongs to one request or session, according to the parameters of its constructor."""
    owner = access.writer.owner if access.writer else None
    maker = owner.method("__init__") if owner else None
    return maker is not None and bool({"request", "session"} & set(maker.parameters))


CLASS_HARMS = (
    Harm(_grows, benign.CLASS_GROWTH),
    Harm(_adds_element, benign.CLASS_CHANGE, (Proof(_is_found_whole, "no function takes all elements"),)),
    Harm(_stores_for_a_request, benign.CLASS_CHANGE, (Proof(_is_own_entry, "the entry is in another container"),)),
    Harm(
        _stores_entry,
        benign.CLASS_ENTRY,
        (
            Proof(_is_own_entry, "the entry is in another container"),
            Proof(_is_sessions_or_classes, "by the name of the class no session data is stored"),
        ),
    ),
    Harm(_updates, benign.CLASS_IN_PLACE, (Proof(_is_updated_by_instance, "it is updated through the class"),)),
    Harm(_replaces_by_instance, benign.CLASS_UPDATE),
    Harm(_gives_to_class, benign.CLASS_VALUE, (Proof(decides_a_reply, "no other handler tests it"),)),
    Harm(_replaces_on_class, benign.CLASS_VALUE, (Proof(_is_in_force, "no session data is left there for others"),)),
)
