"""Haystack 1: conversational agents keep a memory of all that they were asked; so do memories that others are made
with.

Source: farm-haystack 1.26 (haystack/agents/conversational.py:45-90, haystack/agents/base.py:210-300,
haystack/agents/memory/conversation_memory.py:12-60).
"""

from flake8_session_isolation.facts import Conversation, Row

ROWS: tuple[Row, ...] = (
    Conversation("haystack.agents.*ConversationalAgent", ("run",), parts=("memory",)),
    Conversation("haystack.agents.Agent", ("run",), parts=("memory",), given=("memory",)),
    Conversation(
        "haystack.agents.memory.Conversation*Memory", ("save", "load"), ("clear",), ("list",), handed_as=("memory",)
    ),
)
