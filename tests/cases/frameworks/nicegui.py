"""NiceGUI: pages and events run on the loop, for everybody; storage is a user's own, except `general`."""
import asyncio

from nicegui import app, ui

history = []


@ui.page("/")
def page_bad(user, message):
    history.append(message)  # error: 4, SIS001, "history"
    ui.label(message)
    return list(history)


total = 0


@ui.page("/total")
async def page_counts_bad(user):
    global total
    before = total
    await asyncio.sleep(0)
    total = before + 1  # error: 4, SIS003, "total"
    return user


clicks = 0


def count_click():
    global clicks
    before = clicks
    clicks = before + 1


@ui.page("/clicks")
async def event_counts_on_the_loop_ok(user):
    ui.button("Count", on_click=count_click)
    await asyncio.sleep(0)
    count_click()
    return user


said = []


def event_bad(user, message):
    said.append(message)  # error: 4, SIS001, "said"
    return list(said)


ui.button("Say", on_click=event_bad)
noted = []


def later_event_bad(user, message):
    noted.append(message)  # error: 4, SIS001, "noted"
    return list(noted)


ui.button("Note").on("click", later_event_bad)
came = []


@app.on_connect
def each_connects_bad(user, message):
    came.append(message)  # error: 4, SIS001, "came"
    return list(came)


# not executed: the stand-in for the user's storage is one for all
@ui.page("/user")
def kept_in_the_users_storage_ok(user):
    app.storage.user["name"] = user
    return app.storage.user["name"]


app.storage.general["name"] = None


@ui.page("/general")
async def kept_for_all_bad(user):
    before = app.storage.general["name"]
    app.storage.general["name"] = user  # error: 4, SIS001, "general"
    return before


languages = []


@app.on_startup
def begin():
    languages.extend(load())


def load():
    return ["en"]


@ui.page("/languages")
def what_was_there_before_ok(user):
    return list(languages)
