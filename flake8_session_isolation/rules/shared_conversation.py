"""SIS009 shared-conversation: one object that remembers a conversation serves every user.

Memories, chats, crews and many agents of libraries keep what is said to them and answer from it.  One that is made
when the module is loaded hears everybody: what user A told it, user B's answer is made from.  A few take the session's
name with each call and keep the sessions apart by it; the same name for all keeps nobody apart.

Example:
    from langchain.chains import ConversationChain
    from flask import Flask, request

    app = Flask(__name__)
    chain = ConversationChain(llm=model)

    @app.post("/chat")
    def chat():
        return chain.predict(input=request.json["message"])

Instead:
    from langchain.chains import ConversationChain
    from flask import Flask, request

    app = Flask(__name__)
    chains = {}

    @app.post("/chat")
    def chat():
        user = request.json["user"]
        if user not in chains:
            chains[user] = ConversationChain(llm=model)
        return chains[user].predict(input=request.json["message"])

A transaction, and the headers, cookies and credentials of a client, are such objects, too, where a handler puts a
session's data in them and holds no lock: what one user adds, another commits or rolls back.

Not reported: objects made for each request, kept under a session's key, copied or emptied before they are used; calls
that name the session; agents and engines that remember nothing; clients that are only used, factories of transactions;
code that runs once.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.dataflow.effects import Use
from flake8_session_isolation.facts import Action
from flake8_session_isolation.finding import Finding
from flake8_session_isolation.interference.accesses import Access, Meeting, one_per_function

CODE = "SIS009"
NAME = "shared-conversation"
MESSAGE = "shared conversation: '{function}' {verb} '{place}'{through}, which hears every user; keep one per session"


def find(meetings: list[Meeting]) -> Iterator[Finding]:
    """The first talk of each function to each conversation that is one for all."""
    for meeting in meetings:
        for access in one_per_function(_mixed(meeting)):
            yield access.finding(CODE, MESSAGE)


def _mixed(meeting: Meeting) -> list[Access]:
    """The talks with a conversation in which some session says something of its own."""
    talks = [each for each in meeting.writes() if each.effect.action is Action.CONVERSE and _is_for_a_session(each)]
    mixed = any(each.carries_session_data or _is_handed(each) for each in talks)
    works = [each for each in meeting.writes() if each.effect.action is Action.WORK and _is_out_of_turn(each)]
    return [*(talks if mixed else ()), *works]


def _is_out_of_turn(access: Access) -> bool:
    """Whether a handler leaves a session's data, without a lock, in what others use meanwhile or next."""
    told = access.standing.is_handler and access.carries_session_data and not access.effect.locks
    return told and _is_for_a_session(access)


def _is_for_a_session(access: Access) -> bool:
    """Whether served code talks, with all that others said still there; of code that nothing shows to be a handler,
    something that a session brought has to be in it, or may be."""
    if not access.is_served or access.standing.is_administrative or access.effect.path.is_keyed:
        return False
    shown = access.standing.is_handler or access.carries_session_data or (_is_handed(access) and _brings_something(access))
    return access.effect.exposed and shown


def _is_handed(access: Access) -> bool:
    """Whether somebody else gets the conversation, to say in it what we do not see."""
    return access.effect.use is Use.DATA


def _brings_something(access: Access) -> bool:
    return bool(set(access.entry.parameters) - {access.entry.receiver})
