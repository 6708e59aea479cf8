"""A helper of another file need not import the library to reach the storage of an application that it is given."""
import asyncio

from fastapi import FastAPI, Request
from ways import names_of, notes_of, own_notes_of, set_guest

app = FastAPI()
app.state.notes = []
app.state.guest = None


# not executed: it takes a request
@app.post("/note")
async def list_of_the_application_bad(request: Request, note: str):
    notes = notes_of(request)
    notes.append(note)  # error: 4, SIS001, "app.state"
    await asyncio.sleep(0)
    return notes


# not executed: it takes a request
@app.post("/own")
async def list_of_the_request_ok(request: Request, note: str):
    notes = own_notes_of(request)
    notes.append(note)
    await asyncio.sleep(0)
    return notes


@app.get("/guest")
async def set_by_a_helper_bad(user):
    set_guest(app, user)  # error: 4, SIS001, "app.state.guest"
    await asyncio.sleep(0)
    return app.state.guest


class Page:
    def __init__(self):
        self.app = self
        self.state = []


@app.get("/page")
async def page_with_a_state_ok(user):
    names = names_of(Page())
    names.append(user)
    await asyncio.sleep(0)
    return names


def remember(site, guest):
    site.state.host = guest  # error: 4, SIS001, "'remember' sets 'app.state.host'"


@app.get("/host")
async def set_by_a_helper_of_this_file_bad(user):
    remember(app, user)
    await asyncio.sleep(0)
    return app.state.host


def remember_on(page, guest):
    page.state.append(guest)


@app.get("/remember")
async def set_on_an_own_page_ok(user):
    page = Page()
    remember_on(page, user)
    await asyncio.sleep(0)
    return page.state
