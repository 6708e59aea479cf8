"""Another file sets a third file's context variable to a new dict for each request; this one changes the dict."""
import asyncio

from middleware import begin_request
from variables import begun, copied


async def dict_of_a_request_ok(user):
    begin_request()
    begun.get()["user"] = user
    await asyncio.sleep(0)
    return begun.get()["user"]


async def others_set_a_copy_bad(user):
    copied.get()["user"] = user  # error: 4, SIS005, "copied"
    await asyncio.sleep(0)
    return copied.get()["user"]
