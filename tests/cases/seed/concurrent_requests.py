"""The fourth cure, a test with two users at once, asked of a handler that passes everything along."""
import asyncio


class Agent:
    """Stands in for a model that answers with everything it was told."""

    async def complete(self, messages):
        answer = "You said: " + ", ".join(entry["content"] for entry in messages)
        await asyncio.sleep(0)
        return answer


agent = Agent()


async def handle_message_ok(user_id, message):
    context = [{"role": "user", "content": message}]
    return await agent.complete(context)


async def test_session_isolation():
    """Send concurrent messages from two users, verify no cross-contamination"""
    user_a = asyncio.create_task(handle_message_ok("user_a", "My name is Alice"))
    user_b = asyncio.create_task(handle_message_ok("user_b", "My name is Bob"))

    resp_a, resp_b = await asyncio.gather(user_a, user_b)

    assert "Bob" not in resp_a, "User A response contains User B's name!"
    assert "Alice" not in resp_b, "User B response contains User A's name!"
    print("Session isolation test passed")
