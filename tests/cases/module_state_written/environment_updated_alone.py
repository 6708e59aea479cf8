"""What a method of a place of the process changes is found, also where the file changes it in no other way."""
import asyncio
from os import environ


async def work(name):
    await asyncio.sleep(0)
    return f"work for {name}"


async def environment_of_all_bad(user_id):
    environ.update({"SESSION_OWNER": user_id})  # error: 4, SIS001, "os.environ"
    await work(user_id)
    return environ.get("SESSION_OWNER")


async def environment_of_its_own_ok(user_id):
    own = environ.copy()
    own.update({"SESSION_OWNER": user_id})
    await work(user_id)
    return own.get("SESSION_OWNER")
