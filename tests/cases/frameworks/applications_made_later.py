"""What is set on an application that the call itself makes is its configuration; what is set on the served one is
everybody's."""
import asyncio

from fastapi import FastAPI, Request

app = FastAPI()


def part_of(name, settings):
    part = FastAPI(title=name)
    part.state.command = settings["command"]
    return part


# not executed: it needs the library
@app.post("/parts")
async def part_with_a_state_of_its_own_ok(request: Request):
    settings = await request.json()
    part = part_of(settings["name"], settings)
    await asyncio.sleep(0)
    app.mount("/" + settings["name"], part)
    return part.state.command


# not executed: it needs the library
@app.post("/command")
async def state_of_the_served_application_bad(request: Request):
    settings = await request.json()
    app.state.command = settings["command"]  # error: 4, SIS001, "app.state.command"
    await asyncio.sleep(0)
    return app.state.command
