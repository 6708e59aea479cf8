"""SIS009 shared-conversation: one object that remembers a conversation is shared by all users.

What it does:
    Reports messages to a library's memory, chat, crew or agent that all sessions share, and session data put into a
    shared client (its headers, cookies or credentials) or transaction without a lock.

Why is this bad?
    Such objects keep the messages that they get and answer from them: user B's answer is made from what user A wrote.
    Some take the session's name with each call and separate the sessions by it; one constant name for all separates
    nothing. What one user adds to a shared transaction, another commits or rolls back.

Example:
    from langchain.chains import ConversationChain
    from flask import Flask, request
    from settings import model

    app = Flask(__name__)
    chain = ConversationChain(llm=model)

    @app.post("/chat")
    def chat():
        return chain.predict(input=request.json["message"])

Use instead:
    from langchain.chains import ConversationChain
    from flask import Flask, request
    from settings import model

    app = Flask(__name__)
    chains = {}

    @app.post("/chat")
    def chat():
        user = request.json["user"]
        if user not in chains:
            chains[user] = ConversationChain(llm=model)
        return chains[user].predict(input=request.json["message"])

Not reported:
    objects made for each request, kept under a session's key, copied or emptied before use; calls that name the
    session; agents and engines that remember nothing; clients that are only used, factories of transactions; code
    that runs once.

Related rules:
    SIS001 for a conversation kept in a list or dict of your own.

References:
    CWE-488, exposure of data element to wrong session: https://cwe.mitre.org/data/definitions/488.html
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.facts import Action
from flake8_session_isolation.finding import Finding
from flake8_session_isolation.interference.accesses import Meeting
from flake8_session_isolation.interference.one_per_bug import one_per_file, one_per_function
from flake8_session_isolation.rules.judgements.conversations import mixed_conversations

CODE = "SIS009"
NAME = "shared-conversation"
MESSAGE = "shared {kind}: '{function}' {verb} '{place}'{through}, used by every user; {cure}"


def find(meetings: list[Meeting]) -> Iterator[Finding]:
    """The first use by each function of each conversation that is one for all, and the first of each such client."""
    for meeting in meetings:
        mixed = mixed_conversations(meeting)
        for access in one_per_function(each for each in mixed if each.effect.action is not Action.WORK):
            yield access.finding(CODE, MESSAGE, kind="conversation", verb=access.verb, cure="keep one per session")
        for access in one_per_file(each for each in mixed if each.effect.action is Action.WORK):
            wanted = {"kind": "client", "verb": "puts session data in", "cure": "make one per session"}
            yield access.finding(CODE, MESSAGE, **wanted)
