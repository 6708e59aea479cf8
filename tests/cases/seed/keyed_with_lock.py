"""The first cure: a list for each session, and a lock for each session around the whole turn."""
import asyncio
from collections import defaultdict


class Agent:
    """Stands in for a model that answers with everything it was told."""

    async def complete(self, messages):
        answer = "You said: " + ", ".join(entry["content"] for entry in messages)
        await asyncio.sleep(0)
        return answer


agent = Agent()

# Per-session storage
_sessions = defaultdict(list)
_session_locks = defaultdict(asyncio.Lock)


async def handle_message_ok(session_id: str, message: str):
    async with _session_locks[session_id]:
        _sessions[session_id].append({"role": "user", "content": message})
        response = await agent.complete(_sessions[session_id])
        _sessions[session_id].append({"role": "assistant", "content": response})
        return response
