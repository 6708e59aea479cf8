"""Reads what the handlers of another file left there."""
import desk
from desk import clerk, drafts, last_ticket, seen
from fastapi import FastAPI

app = FastAPI()
app.include_router(desk.router)


@app.get("/seen")
async def who_was_seen_ok(reader: str):
    return seen["user"]


@app.get("/ticket")
async def what_was_taken_ok(reader: str):
    return last_ticket()


@app.get("/asked")
async def what_was_asked_ok(reader: str):
    return clerk.asked


@app.get("/draft")
async def draft_of_the_user_ok(user_id: str):
    return drafts.get(user_id)


@app.get("/hits")
async def how_many_ok(reader: str):
    return desk.hits


@app.get("/text")
async def text_ok(reader: str):
    return desk.banner
