"""A generator that a reply keeps runs after its handler has returned: what the handler left in a shared place may be
another session's by then."""
import asyncio

import fastapi

app = fastapi.FastAPI()


class Stream:
    """A reply that is sent bit by bit."""

    def __init__(self, parts, media_type="text/plain"):
        self.parts = parts
        self.media_type = media_type


async def bits_of(text):
    yield text


question = ""


async def answer():
    async for each in bits_of(question):
        yield each


# not executed: the reply runs after the handler
@app.post("/question")
async def streamed_question_bad(text):
    global question
    question = text  # error: 4, SIS001, "question"
    return Stream(answer())


chosen = {"model": "small"}


# not executed: the reply runs after the handler
@app.post("/model")
async def streamed_by_a_nested_generator_bad(model):
    chosen["model"] = model  # error: 4, SIS001, "chosen"

    async def events():
        yield chosen["model"]

    return Stream(events(), media_type="text/event-stream")


draft = ""


async def words():
    yield draft


# not executed: the reply runs after the handler
@app.post("/draft")
async def streamed_by_a_reply_with_a_name_bad(text):
    global draft
    draft = text  # error: 4, SIS001, "draft"
    reply = Stream(parts=words())
    return reply


# not executed: the reply runs after the handler
@app.post("/prompt")
async def streamed_what_it_is_given_ok(text):
    return Stream(bits_of(text))


# not executed: the reply runs after the handler
@app.post("/nested")
async def streamed_own_variable_ok(text):
    async def events():
        yield text

    return Stream(events())


questions = {}


async def answer_to(user_id):
    yield questions[user_id]


# not executed: the reply runs after the handler
@app.post("/questions")
async def streamed_under_the_key_of_the_user_ok(user_id, text):
    questions[user_id] = text
    return Stream(answer_to(user_id))


class Chat:
    def __init__(self, text):
        self.text = text

    async def answer(self):
        yield self.text


# not executed: the reply runs after the handler
@app.post("/chat")
async def streamed_by_an_object_of_the_call_ok(text):
    chat = Chat("")
    chat.text = text
    return Stream(chat.answer())


table = None


async def rows():
    for each in table:
        yield each


# not executed: the reply runs after the handler
@app.get("/rows")
async def streamed_table_that_is_made_once_ok():
    global table
    if table is None:
        table = ["a", "b"]
    return Stream(rows())


last = ""


async def own_lines():
    yield last


async def joined(parts):
    return "".join([each async for each in parts])


@app.post("/lines")
async def taken_by_a_call_that_is_awaited_ok(text):
    global last
    last = text
    return await joined(own_lines())


lock = asyncio.Lock()
locked = ""


async def locked_bits():
    yield locked


@app.post("/locked")
async def taken_under_a_lock_ok(text):
    global locked
    async with lock:
        locked = text
        return [each async for each in locked_bits()]


now = ""


async def own_bits():
    yield now


class Closing:
    def __init__(self, parts):
        self.parts = parts

    async def __aenter__(self):
        return self.parts

    async def __aexit__(self, *_reason):
        await self.parts.aclose()


@app.post("/closing")
async def taken_in_a_block_ok(text):
    global now
    now = text
    async with Closing(own_bits()) as parts:
        return [each async for each in parts]
