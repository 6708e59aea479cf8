"""One function that is called like a test makes no module of tests."""
import asyncio

said: list[str] = []


async def tell_bad(user_id, message):
    said.append(message)  # error: 4, SIS001, "said"
    await asyncio.sleep(0)
    return " ".join(said)


async def tell_alone_ok(user_id, message):
    own = [message]
    await asyncio.sleep(0)
    return " ".join(own)


async def listen(user_id):
    return len(user_id)


async def test_connection(user_id):
    await asyncio.sleep(0)
    return f"{user_id} is connected"
