"""SIS009 shared-conversation: one object that remembers a conversation serves every user.

Memories, chats, crews and many agents of libraries keep the messages that they get and answer from them.  One that is
made when the module is loaded gets the messages of all users: user B's answer is made from what user A wrote.  A few
take the session's name with each call and separate the sessions by it; one constant name for all separates nothing.

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

from flake8_session_isolation.facts import Action
from flake8_session_isolation.finding import Finding
from flake8_session_isolation.interference.accesses import Meeting, one_per_function
from flake8_session_isolation.rules.judgements.conversations import mixed_conversations

CODE = "SIS009"
NAME = "shared-conversation"
MESSAGE = "shared {kind}: '{function}' {verb} '{place}'{through}, used by every user; {cure}"


def find(meetings: list[Meeting]) -> Iterator[Finding]:
    """The first use by each function of each conversation that is one for all."""
    for meeting in meetings:
        for access in one_per_function(mixed_conversations(meeting)):
            if access.effect.action is Action.WORK:
                kind, verb, cure = "client", "puts session data in", "make one per session"
            else:
                kind, verb, cure = "conversation", access.verb, "keep one per session"
            yield access.finding(CODE, MESSAGE, kind=kind, verb=verb, cure=cure)
