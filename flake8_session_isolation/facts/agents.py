"""OpenAI Agents SDK: a session is one conversation, kept in a store under one name; agents and runners keep nothing.

Source: openai-agents 0.22.0 (src/agents/memory/sqlite_session.py:42-101, openai_conversations_session.py:27-38,
run.py:250-302).
"""

from flake8_session_isolation.facts import Conversation, Row

_ITEMS = ("add_items", "get_items", "pop_item")

ROWS: tuple[Row, ...] = (
    Conversation("agents.SQLiteSession", _ITEMS, ("clear_session",), handed_as=("session",)),
    Conversation("agents.OpenAIConversationsSession", _ITEMS, ("clear_session",), handed_as=("session",)),
    Conversation("agents.OpenAIResponsesCompactionSession", _ITEMS, ("clear_session",), handed_as=("session",)),
    Conversation("agents.memory.*Session", _ITEMS, ("clear_session",), handed_as=("session",)),
    Conversation("agents.extensions.memory.*Session", _ITEMS, ("clear_session",), handed_as=("session",)),
)
