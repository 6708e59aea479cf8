"""Which constant a helper stores is no session's choice if the helper itself finds out; it is if a session tells it."""
import asyncio
import importlib.util

from fastapi import FastAPI

app = FastAPI()
is_looked_for = False
is_available = False
is_loud = False


def look_for_it():
    global is_looked_for, is_available
    if is_looked_for:
        return is_available
    is_looked_for = True
    if importlib.util.find_spec("a library that is not there"):
        is_available = True
    else:
        is_available = False
    return is_available


@app.post("/ask/{user_id}")
async def found_out_by_the_helper_ok(user_id: str, message: str):
    if "library" in message:
        look_for_it()
    await asyncio.sleep(0)
    return is_available


def set_loud(wish):
    global is_loud
    if wish == "alice":
        is_loud = True  # error: 8, SIS001, "is_loud"
    else:
        is_loud = False


@app.post("/loud/{user_id}")
async def told_by_a_session_bad(user_id: str):
    set_loud(user_id)
    await asyncio.sleep(0)
    return "LOUD" if is_loud else "quiet"
