"""What a function sets and puts back in one step is seen by nobody, wherever it returns from and whatever generator it
hands out; what it leaves, or puts back after others ran, is."""
import asyncio

from fastapi import FastAPI

app = FastAPI()


class Model:
    def __init__(self):
        self.name = "plain"
        self.style = "plain"
        self.voice = "plain"
        self.tone = "plain"
        self.size = "plain"
        self.mood = "plain"

    def ask(self, text):
        return f"{self.name}{self.style}{self.voice}: {text}"


model = Model()


@app.post("/ask")
async def returned_before_it_is_put_back_ok(name, text):
    before = model.name
    model.name = name
    try:
        if not text:
            return ""
        return text.upper()
    finally:
        model.name = before


@app.get("/name")
async def name_of_the_program_ok(user_id):
    return model.name


@app.post("/stream")
async def generator_handed_out_ok(style, text):
    before = model.style
    model.style = style
    try:

        def parts():
            yield text
            yield "."

        return list_of(parts())
    finally:
        model.style = before


def list_of(parts):
    return "".join(parts)


@app.get("/style")
async def style_of_the_program_ok(user_id):
    return model.style


@app.post("/speak")
async def returned_after_others_ran_bad(voice, text):
    before = model.voice
    model.voice = voice  # error: 4, SIS004, "Model.voice"
    try:
        await asyncio.sleep(0)
        return model.voice
    finally:
        model.voice = before


@app.get("/voice")
async def voice_of_the_program_ok(user_id):
    return model.voice


@app.post("/tone")
async def put_back_after_others_ran_bad(tone, text):
    before = model.tone
    model.tone = tone  # error: 4, SIS004, "Model.tone"
    try:
        return text
    finally:
        await asyncio.sleep(0)
        model.tone = before


@app.get("/tone")
async def tone_of_the_program_ok(user_id):
    return model.tone


@app.post("/size")
async def left_where_it_returns_early_bad(size, text):
    before = model.size
    model.size = size  # error: 4, SIS004, "Model.size"
    if len(text) >= 0:
        return before
    model.size = before
    return text


@app.get("/size")
async def size_of_the_program_ok(user_id):
    return model.size


@app.post("/mood")
def put_back_in_a_thread_bad(mood, text):
    before = model.mood
    model.mood = mood  # error: 4, SIS004, "Model.mood"
    try:
        return model.mood
    finally:
        model.mood = before


@app.get("/mood")
async def mood_of_the_program_ok(user_id):
    return model.mood
