"""Handlers that a program finds by a name that came in: entries of a table that a decorator fills."""
import asyncio

from fastapi import FastAPI

app = FastAPI()


async def rest():
    await asyncio.sleep(0)


COMMANDS = {}


def command(name):
    def keep(function):
        COMMANDS[name] = function
        return function

    return keep


current = {"user": ""}


@command("join")
async def join(user):
    current["user"] = user  # error: 4, SIS001, "'run_bad' stores into 'current'"
    await rest()
    return current["user"]


@command("leave")
async def leave(user):
    await rest()
    return "left"


@app.post("/run")
async def run_bad(user):
    return await COMMANDS["leave" if user == "" else "join"](user)


QUESTIONS = {}


def question(function):
    QUESTIONS[function.__name__] = function
    return function


asked = {}


@question
async def name_of(user):
    asked[user] = user
    await rest()
    return asked[user]


@app.post("/ask")
async def kept_by_each_user_ok(user):
    return await QUESTIONS["name_of"](user)


last = ""


async def kept_by_one(user):
    global last
    last = user  # error: 4, SIS001, "'kept_by_one' sets 'last'"


async def takes_what_is_there(user):
    return [user, last == user]


# not executed: a third handler shows what this one keeps
@app.post("/either")
async def one_of_two_functions_bad(user, kind):
    chosen = kept_by_one if kind == "keep" else takes_what_is_there
    return await chosen(user)
