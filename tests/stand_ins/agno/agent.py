"""An agent that gives its history to the model."""
import asyncio


class Agent:
    def __init__(self, add_history_to_context=False):
        self.remembers = add_history_to_context
        self.sessions = {}

    async def arun(self, message, session_id="the first"):
        await asyncio.sleep(0)
        if not self.remembers:
            return message
        messages = self.sessions.setdefault(session_id, [])
        messages.append(message)
        return ", ".join(messages)
