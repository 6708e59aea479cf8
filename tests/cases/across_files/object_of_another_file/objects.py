"""An object of which there is one."""
import asyncio


class Agent:
    def __init__(self):
        self.name = "agent"
        self.user = None

    def prepare(self, user_id):
        self.user = user_id  # error: 8, SIS004, "'Agent.user'"

    async def answer(self):
        await asyncio.sleep(0)
        return self.user

    def ask(self, user_id):
        self.prepare(user_id)
        return self.answer()


agent = Agent()
