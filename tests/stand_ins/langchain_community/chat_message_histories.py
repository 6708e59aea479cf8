"""Histories in memory, and in what streamlit keeps for each session."""
from contextvars import ContextVar

from langchain_core.chat_history import InMemoryChatMessageHistory as ChatMessageHistory

_state = ContextVar("session_state")


class StreamlitChatMessageHistory(ChatMessageHistory):
    def __init__(self, key="messages"):
        self.key = key

    @property
    def messages(self):
        return list(_state.get(()))

    def add_user_message(self, message):
        _state.set((*_state.get(()), message))
