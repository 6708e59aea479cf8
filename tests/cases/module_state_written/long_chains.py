"""A leak is told through however many coroutines it is reached."""
import asyncio

history = []


async def first(message):
    history.append(message)  # error: 4, SIS001, "history"
    await asyncio.sleep(0)
    return ", ".join(history)


async def second(message):
    return await first(message)


async def third(message):
    return await second(message)


async def fourth(message):
    return await third(message)


async def fifth(message):
    return await fourth(message)


async def sixth(message):
    return await fifth(message)


async def seventh(message):
    return await sixth(message)


async def eighth(message):
    return await seventh(message)


async def leak_below_eight_coroutines_bad(user_id, message):
    return await eighth(message)


async def own_first(messages, message):
    messages.append(message)
    await asyncio.sleep(0)
    return ", ".join(messages)


async def own_second(messages, message):
    return await own_first(messages, message)


async def own_third(messages, message):
    return await own_second(messages, message)


async def own_list_handed_down_ok(user_id, message):
    return await own_third([], message)
