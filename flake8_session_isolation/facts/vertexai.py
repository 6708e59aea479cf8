"""Vertex AI: chats with a generative model.

Source: names only.
"""

from flake8_session_isolation.facts import Begins, Conversation, Row

_SENDS = ("send_message", "send_message_async", "send_message_streaming", "append", "extend")

ROWS: tuple[Row, ...] = (
    Conversation("vertexai.*.ChatSession", _SENDS, parts=("history",)),
    Begins(".start_chat", "vertexai.generative_models.ChatSession"),
)
