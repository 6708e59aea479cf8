"""The third cure done wrong: the list stands in the class, so all agents fill the same one."""
import asyncio


async def complete(messages):
    answer = "You said: " + ", ".join(messages)
    await asyncio.sleep(0)
    return answer


class Agent:
    messages = []

    def __init__(self, user_id):
        self.user_id = user_id

    async def send(self, message):
        self.messages.append(message)  # error: 8, SIS002, "messages"
        return await complete(self.messages)


async def handle_message_bad(user_id, message):
    return await Agent(user_id).send(message)
