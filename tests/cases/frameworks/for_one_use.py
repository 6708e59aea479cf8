"""What is set for the time of one request, and set back or reckoned with at its end, is that request's, a flag too."""
import asyncio
import time
from contextlib import asynccontextmanager
from contextvars import ContextVar

from fastapi import Depends, FastAPI, Request

app = FastAPI()
state = {"quiet": False, "busy": False, "phase": "new"}


@app.post("/quietly")
async def flag_for_a_while_bad(user):
    state["quiet"] = True  # error: 4, SIS001, "state"
    await asyncio.sleep(0)
    was_quiet = state["quiet"]
    state["quiet"] = False
    return user if was_quiet else "interrupted"


@app.get("/news")
async def news():
    return "" if state["quiet"] else "news"


quiet = ContextVar("quiet", default=False)


@app.post("/quietly-for-me")
async def flag_in_a_context_variable_ok(user):
    token = quiet.set(True)
    await asyncio.sleep(0)
    was_quiet = quiet.get()
    quiet.reset(token)
    return user if was_quiet else "interrupted"


@app.post("/one-at-a-time")
async def flag_that_is_a_gate_ok(user):
    if state["busy"]:
        return "busy"
    state["busy"] = True
    await asyncio.sleep(0)
    state["busy"] = False
    return "busy"


@app.get("/busy")
async def busy():
    return state["busy"]


# not executed: what it shows is how far the program has come
@app.post("/phase")
async def phase_of_the_program_ok():
    state["phase"] = "loading"
    state["phase"] = "ready"
    await asyncio.sleep(0)


@app.get("/phase")
async def phase():
    return state["phase"]


def plain(text):
    return text


def loud(text):
    return f"{text}!"


render = plain


async def replaced_and_put_back_bad(user_id, message):
    global render
    usual = render
    render = loud  # error: 4, SIS001, "render"
    await asyncio.sleep(0)
    text = render(message)
    render = usual
    return text


async def show(text):
    return render(text)


drawn = plain


async def replaced_and_put_back_in_one_step_ok(user_id, message):
    global drawn
    usual = drawn
    drawn = loud
    text = drawn(message)
    drawn = usual
    await asyncio.sleep(0)
    return text


async def draw(text):
    return drawn(text)


class Letters:
    def __init__(self):
        self.held_back = False
        self.line = None

    @asynccontextmanager
    async def hold_back(self):
        self.held_back = True  # error: 8, SIS004, "Letters.held_back"
        try:
            yield
        finally:
            self.held_back = False

    @asynccontextmanager
    async def connected(self):
        self.line = await asyncio.sleep(0, object())
        try:
            yield
        finally:
            self.line = None

    async def send(self, text):
        await asyncio.sleep(0)
        return "held back" if self.held_back else text

    async def ring(self):
        return self.line is not None


letters = Letters()


async def flag_for_a_block_bad(user_id, message):
    async with letters.hold_back():
        return await letters.send(message)


async def block_without_a_flag_ok(user_id, message):
    await asyncio.sleep(0)
    return message


began = 0.0
last = 0.0
asked = 0


# not executed: it tells the time
@app.middleware("http")
async def time_of_the_last_request_to_begin_bad(request: Request, call_next):
    global began
    began = time.perf_counter()  # error: 4, SIS001, "began"
    response = await call_next(request)
    response.headers["X-Took"] = str(time.perf_counter() - began)
    return response


# not executed: it tells the time
@app.middleware("http")
async def time_of_this_request_ok(request: Request, call_next):
    mine = time.perf_counter()
    response = await call_next(request)
    response.headers["X-Took"] = str(time.perf_counter() - mine)
    return response


# not executed: it tells the time
@app.middleware("http")
async def time_of_the_last_request_for_statistics_ok(request: Request, call_next):
    global last, asked
    last = time.time()
    asked += 1
    return await call_next(request)


@app.get("/idle")
async def idle():
    return time.time() - last


notes = {}
kept = {}


async def owner(request: Request):
    return request.headers["owner"]


class EmptyNotes:
    """One for the application: what one request notes is gone as soon as another one begins."""

    def __init__(self, inner):
        self.inner = inner

    async def __call__(self, scope, receive, send):
        notes.clear()  # error: 8, SIS001, "notes"
        await self.inner(scope, receive, send)


empty_notes = EmptyNotes(asyncio.sleep)


# not executed: a server calls it
async def noted_by_one_request_and_emptied_by_the_next_bad(name, text):
    notes[name] = text
    await asyncio.sleep(0)
    return notes.get(name)


@app.post("/notes")
async def note(name, text):
    notes[name] = text
    kept[name] = text


@app.get("/notes")
async def noted(name):
    return notes.get(name), kept.get(name)


# not executed: whoever asks for it wants everything gone
@app.post("/forget")
async def emptied_on_demand_ok(user=Depends(owner)):
    kept.clear()
