"""Handlers set for whom the tools of an agent work, and then ask the agent."""
from fastapi import FastAPI
from tools import set_limit_ok, set_owner_bad

app = FastAPI()


async def agent(text):
    return f"asked: {text}"


# not executed: the tools, which the agent calls, show it
@app.post("/ask")
async def ask_for_the_last_user_ok(user_id: str, text: str):
    set_owner_bad(user_id)
    return await agent(text)


@app.post("/limit")
async def limit_for_all_ok(user_id: str):
    set_limit_ok()
    return await agent(user_id)
