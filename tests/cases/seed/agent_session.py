"""The third cure: an object for each user, made without a pause between the test and the store."""
import asyncio
from uuid import uuid4


class Agent:
    """Stands in for a model that answers with everything it was told."""

    async def complete(self, messages):
        answer = "You said: " + ", ".join(entry["content"] for entry in messages)
        await asyncio.sleep(0)
        return answer


agent = Agent()


class AgentSession:
    def __init__(self, session_id: str, user_id: str):
        self.session_id = session_id
        self.user_id = user_id
        self.messages = []  # Isolated per instance

    async def send(self, message: str) -> str:
        self.messages.append({"role": "user", "content": message})
        response = await agent.complete(self.messages)
        self.messages.append({"role": "assistant", "content": response})
        return response


# One session instance per user — never shared
sessions = {}


# benign race: users stay apart; two turns of one user may interleave in that user's own list
async def handle_message_ok(user_id, message):
    if user_id not in sessions:
        sessions[user_id] = AgentSession(session_id=str(uuid4()), user_id=user_id)
    return await sessions[user_id].send(message)
