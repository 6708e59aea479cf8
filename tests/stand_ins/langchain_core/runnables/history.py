"""A runnable that takes the history of the session that each call names."""
import asyncio


class RunnableWithMessageHistory:
    def __init__(self, runnable, get_session_history):
        self.get_session_history = get_session_history

    async def ainvoke(self, message, config):
        await asyncio.sleep(0)
        history = self.get_session_history(config["configurable"]["session_id"])
        history.add_user_message(message)
        return ", ".join(history.messages)
