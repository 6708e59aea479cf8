"""AutoGen 0.2, as far as cases need it: agents keep what they said to each other."""
import asyncio


class ConversableAgent:
    def __init__(self, name):
        self.name = name
        self.chat_messages = []

    async def a_initiate_chat(self, recipient, message):
        recipient.chat_messages.append(message)
        await asyncio.sleep(0)
        return ", ".join(recipient.chat_messages)


AssistantAgent = UserProxyAgent = ConversableAgent
