"""The coroutine that changes the object, and reads it after a pause."""
import asyncio

from variables import texts


async def note(text):
    texts.get()["last"] = text  # error: 4, SIS005, "texts"
    await asyncio.sleep(0)
    return texts.get()["last"]


def noted():
    return dict(texts.get())
