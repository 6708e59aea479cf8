"""Conversations and clients of libraries of which one object serves all sessions."""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import Use
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules import benign
from flake8_session_isolation.rules.judgements.harms import Harm, Proof, does_harm


def mixed_conversations(meeting: Meeting) -> list[Access]:
    """The uses of a conversation to which some session adds data, and of clients that hold such data."""
    talks = [each for each in meeting.writes() if does_harm(each, meeting, (TALK,))]
    mixed = any(each.carries_session_data or _is_handed(each) for each in talks)
    works = [each for each in meeting.writes() if does_harm(each, meeting, (WORK,))]
    return [*(talks if mixed else ()), *works]


def _is_talk(access: Access, meeting: Meeting) -> bool:
    return access.effect.action is Action.CONVERSE


def _is_for_a_session(access: Access, meeting: Meeting) -> bool:
    """Whether the messages of others are still there, and the call belongs to a session: a handler makes it, or session
    data is, or may be, in it."""
    is_a_sessions = access.standing.is_handler or access.carries_session_data
    return access.effect.exposed and (is_a_sessions or (_is_handed(access) and _has_parameters(access)))


def _is_work(access: Access, meeting: Meeting) -> bool:
    return access.effect.action is Action.WORK


def _leaves_data(access: Access, meeting: Meeting) -> bool:
    """Whether a handler leaves session data in a client that others use at the same time or later."""
    return access.standing.is_handler and access.carries_session_data and access.effect.exposed


def _is_handed(access: Access) -> bool:
    """Whether the conversation is given to unknown code."""
    return access.effect.use is Use.DATA


def _has_parameters(access: Access) -> bool:
    return bool(set(access.entry.parameters) - {access.entry.receiver})


TALK = Harm(_is_talk, benign.CONVERSATION, (Proof(_is_for_a_session, "no session data is added to what others said"),))
WORK = Harm(_is_work, benign.CLIENT, (Proof(_leaves_data, "no handler leaves session data in it"),))
