"""Memories keep messages in a history, their own or one that they are given."""
from langchain_core.chat_history import InMemoryChatMessageHistory as ChatMessageHistory


class ConversationBufferMemory:
    def __init__(self, chat_memory=None, **_options):
        self.chat_memory = ChatMessageHistory() if chat_memory is None else chat_memory

    @property
    def buffer(self):
        return ", ".join(self.chat_memory.messages)

    def load_memory_variables(self, _inputs):
        return {"history": self.buffer}

    def save_context(self, inputs, outputs):
        self.chat_memory.add_user_message(next(iter(inputs.values())))
        self.chat_memory.add_ai_message(next(iter(outputs.values()), ""))

    def clear(self):
        self.chat_memory.clear()


class ConversationBufferWindowMemory(ConversationBufferMemory):
    pass
