"""A class of another file that decorates a handler puts one object in its place, for all calls."""
import asyncio

from auditing import Audited, Passed
from fastapi import FastAPI

app = FastAPI()


@app.get("/kept")
@Audited
async def kept_by_the_object_bad(user_id, message):  # error: 0, SIS004, "auditing.Audited.user"
    await asyncio.sleep(0)
    return message


@app.get("/passed")
@Passed
async def passed_on_by_the_object_ok(user_id, message):
    await asyncio.sleep(0)
    return message
