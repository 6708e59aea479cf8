"""The variables of a function that others call are one for all only where something shows that it is called once."""
import asyncio
from functools import wraps

from fastapi import FastAPI


class Step:
    def __init__(self, name, run):
        self.name = name
        self.run = run


class Actions:
    def __init__(self):
        self.known = {}

    def action(self, name):
        def register(function):
            self.known[name] = function
            return function

        return register


async def polished(text):
    await asyncio.sleep(0)
    return text.strip()


def watched(steps, log):
    seen = {"last": None}
    for step in steps:

        async def run(text, _run=step.run):
            if seen["last"] is not None:
                log.append(seen["last"])
            seen["last"] = text
            return await _run(text)

        step.run = run


async def in_turn(wrap, text):
    log = []
    steps = [Step("first", polished), Step("second", polished)]
    wrap(steps, log)
    for step in steps:
        text = await step.run(text)
    return text, log


async def steps_wrapped_for_each_run_ok(user_id, message):
    return await in_turn(watched, message)


def table_of(steps):
    seen = []

    async def note(text):
        seen.append(text)
        return ", ".join(seen)

    return {"note": note, **steps}


async def by_table(make, text):
    handlers = make({"polish": polished})
    return await handlers["note"](text)


async def table_of_handlers_for_each_run_ok(user_id, message):
    return await by_table(table_of, message)


def pick_for(actions):
    picked = []

    @actions.action("pick")
    async def pick(text):
        picked.append(text)
        await asyncio.sleep(0)
        return ", ".join(picked)


async def acting(register, text):
    actions = Actions()
    register(actions)
    return await actions.known["pick"](text)


async def actions_registered_for_each_run_ok(user_id, message):
    return await acting(pick_for, message)


EVERYBODYS = Actions()


def list_for(actions):
    listed = []

    @actions.action("list")
    async def write(text):
        listed.append(text)  # error: 8, SIS001, "listed"
        await asyncio.sleep(0)
        return ", ".join(listed)


list_for(EVERYBODYS)


async def actions_registered_at_import_bad(user_id, message):
    return await EVERYBODYS.known["list"](message)


def tallied(step):
    seen = []

    async def run(text):
        seen.append(text)
        return await step(", ".join(seen))

    return run


async def tallying(wrap, text):
    return await wrap(polished)(text)


async def wrapper_made_for_each_run_ok(user_id, message):
    return await tallying(tallied, message)


def remembering(most):
    def decorator(function):
        said = []

        @wraps(function)
        async def wrapper(text):
            said.append(text)  # error: 12, SIS001, "said"
            return await function(", ".join(said[-most:]))

        return wrapper

    return decorator


@remembering(9)
async def echo(text):
    return await polished(text)


async def decorator_with_arguments_applied_at_import_bad(user_id, message):
    return await echo(message)


def recalling(function):
    said = []

    @wraps(function)
    async def wrapper(text):
        said.append(text)
        return await function(", ".join(said))

    return wrapper


async def decorator_applied_within_a_session_ok(user_id, message):
    @recalling
    async def own_echo(text):
        return await polished(text)

    await own_echo(user_id)
    return await own_echo(message)


class Notes:
    def noting(function):
        noted = []

        @wraps(function)
        async def wrapper(self, text):
            noted.append(text)  # error: 12, SIS001, "noted"
            return await function(self, ", ".join(noted))

        return wrapper

    @noting
    async def write(self, text):
        return await polished(text)


async def decorator_of_a_method_bad(user_id, message):
    return await Notes().write(message)


def install(part, app):
    return part(app)


def questions(app: FastAPI):
    asked = []

    @app.post("/ask")
    async def ask(text: str):
        asked.append(text)  # error: 8, SIS001, "asked"
        await asyncio.sleep(0)
        return ", ".join(asked)

    return ask


ask = install(questions, FastAPI())


async def routes_of_an_application_that_is_given_bad(user_id, message):
    return await ask(message)


def make_app():
    app = FastAPI()
    app.last = None
    guests = []

    @app.post("/sign")
    async def sign(name: str):
        guests.append(name)  # error: 8, SIS001, "guests"
        await asyncio.sleep(0)
        return ", ".join(guests)

    app.sign = sign
    return app


APP = install(lambda _: make_app(), None)


async def application_that_is_returned_bad(user_id, message):
    return await APP.sign(message)
