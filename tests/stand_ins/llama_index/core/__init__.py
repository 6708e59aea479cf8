"""An index gives engines."""
import asyncio


class _ChatEngine:
    def __init__(self):
        self.chat_history = []

    async def achat(self, message):
        await asyncio.sleep(0)
        self.chat_history.append(message)
        return ", ".join(self.chat_history)

    def chat(self, message):
        self.chat_history.append(message)
        return ", ".join(self.chat_history)

    def reset(self):
        self.chat_history.clear()


class _QueryEngine:
    async def aquery(self, message):
        await asyncio.sleep(0)
        return message


class VectorStoreIndex:
    @classmethod
    def from_documents(cls, _documents):
        return cls()

    def as_chat_engine(self, **_options):
        return _ChatEngine()

    def as_query_engine(self, **_options):
        return _QueryEngine()
