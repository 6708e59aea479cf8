"""Pydantic AI, as far as cases need it: an agent answers from the messages that it is given."""
import asyncio


class _Result:
    def __init__(self, messages, thread_id):
        self.messages = messages
        self.output = f"{', '.join(messages)} in {thread_id}"

    def all_messages(self):
        return list(self.messages)


class Agent:
    def __init__(self, model):
        self.model = model

    async def run(self, text, message_history=(), thread_id=""):
        await asyncio.sleep(0)
        return _Result([*message_history, text], thread_id)
