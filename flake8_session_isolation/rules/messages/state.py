"""Messages about session state: what kind of place holds it, which function reads it, and the cure."""

from __future__ import annotations

from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.rules.judgements.readers import finds
from flake8_session_isolation.rules.messages.races import KEEP_APART, lost_update_names

_KINDS = {
    Kind.ENCLOSED: "shared variable of the enclosing function",
    Kind.STORAGE: "shared application state",
    Kind.IMPORTED: "shared process state",
}


def kind_of(meeting: Meeting) -> str:
    """What holds the place: a module, an enclosing function, the application or the process."""
    if meeting.is_process_wide:
        return _KINDS[Kind.IMPORTED]
    return _KINDS.get(meeting.root.kind, "shared module state")


def verb_of(access: Access, meeting: Meeting) -> str:
    """What the function does; a call such as `os.chdir` changes a place without assigning it."""
    return "changes" if meeting.is_process_wide and access.effect.action is Action.REPLACE else access.verb


def names_of(access: Access, meeting: Meeting) -> dict[str, str]:
    """What happens to the state, and the cure; of a lost update both are those of a race."""
    if not meeting.is_process_wide and (lost := lost_update_names(access)):
        return lost
    return {"reader": reader_of(access, meeting), "cure": cure_of(access, meeting)}


def reader_of(access: Access, meeting: Meeting) -> str:
    """Which other function sees what is left at the place; if there is none, that every session does."""
    if meeting.is_process_wide:
        return "seen by every user"
    if access.standing.is_reuse:
        return "one for all decorated calls"
    readers = (each.writer_shown for each in meeting.reads() if finds(each, access))
    other = next((each for each in readers if each != access.writer_shown), None)
    return f"read by '{other}'" if other is not None else "seen by every user"


def cure_of(access: Access, meeting: Meeting) -> str:
    """The cure; of a place of the process what its row says, if it says something."""
    if access.standing.is_reuse:
        return "make one for each call"
    if not meeting.is_process_wide:
        return KEEP_APART
    if meeting.in_facts is not None and meeting.in_facts.instead:
        return meeting.in_facts.instead
    return "pass it as an argument" if access.carries_session_data else "change it once, at start-up"
