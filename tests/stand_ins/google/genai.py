"""google-genai: a client begins chats, and answers single questions without any."""
import asyncio


class _Chat:
    def __init__(self):
        self.messages = []

    def send_message(self, message):
        self.messages.append(message)
        return ", ".join(self.messages)


class _AsyncChat(_Chat):
    async def send_message(self, message):
        await asyncio.sleep(0)
        return super().send_message(message)


class _Chats:
    def __init__(self, made):
        self.made = made

    def create(self, model, history=()):
        return self.made()


class _Models:
    async def generate_content(self, model, contents):
        await asyncio.sleep(0)
        return contents


class Client:
    def __init__(self):
        self.chats = _Chats(_Chat)
        self.aio = type("Aio", (), {"chats": _Chats(_AsyncChat), "models": _Models()})()
