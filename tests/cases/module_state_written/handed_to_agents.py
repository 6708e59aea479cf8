"""The agent remembers nothing, and yet the list or the settings that it is handed are one for all."""
import asyncio
from collections import defaultdict

from pydantic_ai import Agent

agent = Agent("small")
messages = []


async def list_of_the_module_bad(user, text):
    global messages
    result = await agent.run(text, message_history=messages)
    messages = result.all_messages()  # error: 4, SIS001, "messages"
    return result.output


kept = {}
turns = defaultdict(asyncio.Lock)


async def list_of_the_user_ok(user, text):
    async with turns[user]:
        result = await agent.run(text, message_history=kept.get(user, []))
        kept[user] = result.all_messages()
    return user


async def without_a_list_ok(user, text):
    result = await agent.run(text)
    return result.output


CONFIG = {"configurable": {"thread_id": ""}}


async def settings_written_for_the_user_bad(user, text):
    CONFIG["configurable"]["thread_id"] = user  # error: 4, SIS001, "CONFIG"
    await agent.run(text)
    return await agent.run(text, **CONFIG["configurable"])


async def settings_made_for_the_user_ok(user, text):
    config = {**CONFIG["configurable"], "thread_id": user}
    return (await agent.run(text, **config)).output
