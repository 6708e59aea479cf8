"""Robyn: coroutine handlers are tasks of one loop, plain ones run in threads."""
import asyncio

from robyn import Robyn, SubRouter

app = Robyn(__file__)
chats = SubRouter(__file__)
history = []


@app.post("/chat")
def handler_bad(user, message):
    history.append(message)  # error: 4, SIS001, "history"
    return list(history)


visits = 0


@chats.get("/visits")
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


added = []


def added_bad(user, message):
    added.append(message)  # error: 4, SIS001, "added"
    return list(added)


app.add_route("POST", "/added", added_bad)
languages = []


@app.startup_handler
async def begin():
    languages.append(await load())


async def load():
    return "en"


@app.get("/languages")
async def what_was_there_before_ok(user):
    return list(languages)


app.inject_global(seen=[])


# not executed: Robyn hands in what was injected
@app.get("/injected")
async def object_injected_for_all_bad(request, message, global_dependencies):
    global_dependencies["seen"].append(message)  # error: 4, SIS001, "global_dependencies"
    return global_dependencies["seen"]
