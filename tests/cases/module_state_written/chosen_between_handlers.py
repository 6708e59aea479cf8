"""Two handlers of a library set a constant each: whoever calls one chooses for all users."""
import asyncio

from fastapi import FastAPI

app = FastAPI()


async def rest():
    await asyncio.sleep(0)


language = "en"


# not executed: another handler shows what is chosen here
@app.put("/german")
async def german_for_everybody_bad(user_id):
    global language
    language = "de"  # error: 4, SIS001, "'language', read by 'greeting_in_the_language_ok'"
    await rest()
    return f"the way back: {english_for_everybody_bad.__name__}"


# not executed: another handler shows what is chosen here
@app.put("/english")
async def english_for_everybody_bad(user_id):
    global language
    language = "en"  # error: 4, SIS001, "language"
    await rest()
    return f"the way back: {german_for_everybody_bad.__name__}"


@app.get("/greeting")
async def greeting_in_the_language_ok(user_id):
    return "hallo" if language == "de" else "hello"


is_open = True


@app.put("/admin/closed")
async def closed_by_an_administrator_ok(user_id):
    global is_open
    is_open = False
    await rest()


@app.put("/admin/open")
async def opened_by_an_administrator_ok(user_id):
    global is_open
    is_open = True
    await rest()


@app.get("/open")
async def asked_whether_it_is_open_ok(user_id):
    return "open" if is_open else "closed"


is_running = False


# not executed: what is started runs for all
@app.put("/start")
async def started_once_ok(user_id):
    global is_running
    if is_running:
        return "running"
    is_running = True
    return "started"


# not executed: what is started runs for all
@app.put("/stop")
async def stopped_once_ok(user_id):
    global is_running
    if not is_running:
        return "not running"
    is_running = False
    return "stopped"


languages = {}


@app.put("/own/german")
async def german_for_one_user_ok(user_id):
    languages[user_id] = "de"
    await rest()


@app.put("/own/english")
async def english_for_one_user_ok(user_id):
    languages[user_id] = "en"
    await rest()


@app.get("/own/greeting")
async def greeting_of_one_user_ok(user_id):
    return "hallo" if languages.get(user_id) == "de" else "hello"
