"""What is measured and kept for a time is the program's own; messages that are kept for a time are a history."""
import asyncio
import time
from collections import deque

from fastapi import FastAPI

app = FastAPI()


async def rest():
    await asyncio.sleep(0)


readings = deque()


@app.get("/load")
async def load_kept_for_an_hour_ok(user_id):
    now = time.time()
    readings.append({"at": now, "load": 0.5})
    while readings and readings[0]["at"] < now - 3600:
        readings.popleft()
    return [each["load"] for each in readings]


said = deque()


@app.post("/say")
async def messages_kept_for_an_hour_bad(user_id, message):
    now = time.time()
    said.append({"at": now, "text": message})  # error: 4, SIS001, "said"
    while said and said[0]["at"] < now - 3600:
        said.popleft()
    await rest()
    return [each["text"] for each in said]


latest = deque()


@app.post("/note")
async def as_many_as_fit_bad(user_id, message):
    latest.append(f"{user_id}: {message}")  # error: 4, SIS001, "latest"
    while len(latest) > 20:
        latest.popleft()
    await rest()
    return list(latest)
