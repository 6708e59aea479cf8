"""The program this project began with: one list of messages for everybody."""
import asyncio


class Agent:
    """Stands in for a model that answers with everything it was told."""

    async def complete(self, messages):
        answer = "You said: " + ", ".join(messages)
        await asyncio.sleep(0)
        return answer


agent = Agent()
current_context = []  # This gets mixed between users!


async def handle_message_bad(user_id, message):
    current_context.append(message)  # error: 4, SIS001, "current_context"
    return await agent.complete(current_context)
