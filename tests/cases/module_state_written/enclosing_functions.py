"""A variable of a function that runs once, such as an application factory or a decorator, is shared by what it encloses."""
import asyncio
from collections import defaultdict
from functools import wraps


async def complete(messages):
    answer = "You said: " + ", ".join(messages)
    await asyncio.sleep(0)
    return answer


def create_app():
    history = []

    async def chat(user_id, message):
        history.append(message)  # error: 8, SIS001, "history"
        return await complete(history)

    return chat


chat = create_app()


async def list_of_an_application_factory_bad(user_id, message):
    return await chat(user_id, message)


def create_keyed_app():
    histories = defaultdict(list)

    async def chat(user_id, message):
        histories[user_id].append(message)
        return await complete(histories[user_id])

    return chat


keyed_chat = create_keyed_app()


async def table_of_an_application_factory_ok(user_id, message):
    return await keyed_chat(user_id, message)


def create_page():
    current_user = None

    async def show(user_id):
        nonlocal current_user
        current_user = user_id  # error: 8, SIS001, "current_user"
        await asyncio.sleep(0)
        return f"page of {current_user}"

    return show


show = create_page()


async def nonlocal_of_an_application_factory_bad(user_id):
    return await show(user_id)


def create_own_page():
    async def show(user_id):
        current_user = user_id
        await asyncio.sleep(0)
        return f"page of {current_user}"

    return show


show_own = create_own_page()


async def local_of_the_handler_ok(user_id):
    return await show_own(user_id)


def remembering(handler):
    seen = []

    @wraps(handler)
    async def wrapper(user_id, message):
        seen.append(message)  # error: 8, SIS001, "seen"
        return await handler(user_id, ", ".join(seen))

    return wrapper


@remembering
async def list_of_a_decorator_bad(user_id, message):
    return await complete([message])


def listing(handler):
    @wraps(handler)
    async def wrapper(user_id, message):
        seen = []
        seen.append(message)
        return await handler(user_id, ", ".join(seen))

    return wrapper


@listing
async def list_of_a_decorated_call_ok(user_id, message):
    return await complete([message])


async def variable_of_a_served_function_ok(user_id, message):
    parts = []

    async def add(part):
        parts.append(part)
        await asyncio.sleep(0)

    for part in message.split("-"):
        await add(part)
    return await complete(parts)


def make_session(user_id):
    messages = []

    async def send(message):
        messages.append(message)
        return await complete(messages)

    return send


async def function_made_for_each_call_ok(user_id, message):
    send = make_session(user_id)
    return await send(message)


def notebook():
    notes = []

    def note(text):
        notes.append(str(text))  # error: 8, SIS001, "notes"
        return " ".join(notes)

    return note


note_for_all = notebook()


async def function_made_at_import_bad(message):
    await asyncio.sleep(0)
    return note_for_all(message)


def notebook_of_one():
    notes = []

    def note(text):
        notes.append(str(text))
        return " ".join(notes)

    return note


async def function_made_by_the_call_ok(message):
    note = notebook_of_one()
    await asyncio.sleep(0)
    return note(message)
