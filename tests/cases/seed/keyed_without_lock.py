"""The first cure without its lock: users are apart, but two turns of one session interleave in its list."""
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


async def handle_message_bad(session_id: str, message: str):
    _sessions[session_id].append({"role": "user", "content": message})
    response = await agent.complete(_sessions[session_id])
    _sessions[session_id].append({"role": "assistant", "content": response})  # error: 4, SIS003, "_sessions"
    return response
