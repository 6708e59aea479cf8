"""FastHTML: coroutine handlers are tasks of one loop, plain ones run in threads; a list of todos is everybody's."""
import asyncio

from fasthtml.common import *  # noqa: F403
from math import *  # noqa: F403

app, rt = fast_app()  # noqa: F405
todos = []


@rt("/todo")
def handler_bad(user, message):
    todos.append(message)  # error: 4, SIS001, "todos"
    return list(todos)


visits = 0


@rt
def handler_counts_bad(user):
    global visits
    before = visits
    visits = before + 1  # error: 4, SIS003, "visits"
    return user


total = 0


@app.get("/total")
async def coroutine_counts_bad(user):
    global total
    before = total
    await asyncio.sleep(0)
    total = before + 1  # error: 4, SIS003, "total"
    return user


seen = []


def before_each_bad(user, message):
    seen.append(message)  # error: 4, SIS001, "seen"
    return list(seen)


beforeware = Beforeware(before_each_bad)  # noqa: F405
# not executed: FastHTML fills in the application's state by the parameter's name
@app.get("/state")
async def state_by_its_name_bad(state, message):
    before = state.last
    state.last = message  # error: 4, SIS001, "app.state.last"
    return before


fetched = []


@threaded  # noqa: F405
def fetch(message):
    fetched.append(message)  # error: 4, SIS001, "fetched"
    return list(fetched)


def started_in_a_thread_bad(user, message):
    return fetch(message)


sessions = {}


@app.post("/chat")
async def kept_by_the_session_ok(session, message):
    sessions[session] = [*sessions.get(session, ()), message]
    return sessions[session]
