"""OpenAI Agents SDK, as far as cases need it: a runner answers from the session that it is given."""
import asyncio


class Agent:
    def __init__(self, name):
        self.name = name


class SQLiteSession:
    def __init__(self, session_id):
        self.session_id = session_id
        self.items = []

    async def add_items(self, items):
        self.items.extend(items)

    async def get_items(self):
        return list(self.items)


class Runner:
    @staticmethod
    async def run(agent, message, session=None):
        await asyncio.sleep(0)
        if session is None:
            return message
        await session.add_items([message])
        return ", ".join(await session.get_items())
