"""LangChain: a callback handler may be made for one run; one that the module keeps hears of the runs of all users."""
import asyncio

from fastapi import FastAPI
from langchain_core.callbacks import BaseCallbackHandler

app = FastAPI()


class Recorder(BaseCallbackHandler):
    def __init__(self):
        self.steps = 0
        self.prompts = []

    def on_llm_start(self, serialized, prompts, **kwargs):
        self.steps += 1
        self.prompts.extend(prompts)


async def answer(question, callbacks):
    for each in callbacks:
        each.on_llm_start({}, [question])
    await asyncio.sleep(0)
    return question


@app.get("/answer")
async def handler_made_for_a_run_ok(question):
    recorder = Recorder()
    await answer(question, [recorder])
    return recorder.prompts


class Journal(BaseCallbackHandler):
    def __init__(self):
        self.prompts = []

    def on_llm_start(self, serialized, prompts, **kwargs):
        self.prompts.extend(prompts)  # error: 8, SIS004, "prompts"


journal = Journal()


@app.get("/journal")
async def handler_of_the_module_bad(question):
    await answer(question, [journal])
    return journal.prompts
