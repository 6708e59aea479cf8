"""The first value that a method puts where none is stays for all."""
import asyncio
import os


async def first_name_stays_bad(user_id):
    os.environ.setdefault("SESSION_NAME", user_id)  # error: 4, SIS001, "os.environ"
    await asyncio.sleep(0)
    return os.environ["SESSION_NAME"]


async def name_that_is_handed_on_ok(user_id):
    await asyncio.sleep(0)
    return {"SESSION_NAME": user_id}["SESSION_NAME"]
