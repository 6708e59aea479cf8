"""Questions at the program's own terminal."""
import asyncio


async def asked(question):
    return await asyncio.to_thread(input, question)


async def looked_up(question):
    await asyncio.sleep(0)
    return question
