"""The second cure: a context variable, in which each change puts a new list."""
import asyncio
from contextvars import ContextVar


class Agent:
    """Stands in for a model that answers with everything it was told."""

    async def complete(self, messages):
        answer = "You said: " + ", ".join(entry["content"] for entry in messages)
        await asyncio.sleep(0)
        return answer


agent = Agent()
session_context: ContextVar[list] = ContextVar("session_context", default=None)


async def handle_request_ok(session_id, message):
    # Each async task gets its own context
    ctx = session_context.get() or []
    ctx = ctx + [{"role": "user", "content": message}]
    session_context.set(ctx)

    response = await agent.complete(ctx)
    session_context.set(ctx + [{"role": "assistant", "content": response}])
    return response
