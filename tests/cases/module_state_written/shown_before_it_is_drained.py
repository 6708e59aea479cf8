"""What another handler shows whole is no mere buffer for the one that takes all and empties it."""
import asyncio

from fastapi import FastAPI

app = FastAPI()
basket = []


# not executed: another request shows what this one adds
@app.post("/basket")
async def added_to_what_is_shown_bad(thing):
    basket.append(thing)  # error: 4, SIS001, "basket"
    await asyncio.sleep(0)
    return "added"


@app.get("/basket")
async def shown_ok(user_id):
    return {"basket": basket}


@app.post("/paid")
async def taken_ok(user_id):
    things = list(basket)
    basket.clear()
    return user_id, len(things)


mailed = []


# not executed: another request sends what this one adds
@app.post("/mails")
async def added_to_a_buffer_ok(text):
    mailed.append(text)
    return "added"


@app.post("/sent")
async def sent_ok(user_id):
    mails = list(mailed)
    mailed.clear()
    await asyncio.sleep(0)
    return len(mails)
