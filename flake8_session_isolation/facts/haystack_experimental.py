"""Haystack Experimental: a store of messages keeps conversations apart by their names.

Source: haystack-experimental 0.19.0 (haystack_experimental/chat_message_stores/in_memory.py:89-138).
"""

from flake8_session_isolation.facts import Conversation, Row

ROWS: tuple[Row, ...] = (
    Conversation(
        "haystack_experimental.chat_message_stores.*ChatMessageStore",
        ("write_messages", "retrieve_messages"),
        per_session=("chat_history_id",),
        insists=True,
    ),
)
