"""langchain-community: histories of messages, in memory or in a store under one session's name.

Source: langchain-community 0.4.2 chat_message_histories/redis.py:58, sql.py:150, streamlit.py:7.
"""

from flake8_session_isolation.facts import Conversation, Row, SessionProxy

_TALKS = (
    *("add_message", "add_messages", "aadd_messages", "add_user_message", "add_ai_message", "aget_messages"),
    *("save_context", "load_memory_variables", "append", "extend"),
)
_HANDED = ("memory", "chat_memory", "history", "chat_history")

ROWS: tuple[Row, ...] = (
    Conversation("langchain_community.*ChatMessageHistory", _TALKS, ("clear", "aclear"), ("messages",), _HANDED),
    Conversation("langchain_community.memory.*Memory", _TALKS, ("clear", "aclear"), ("chat_memory",), _HANDED),
    SessionProxy("langchain_community.*StreamlitChatMessageHistory"),
)
