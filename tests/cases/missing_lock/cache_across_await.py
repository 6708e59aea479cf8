"""A table filled on demand across a pause: harmless as a cache, harmful where what is filled in is then changed or lost."""
import asyncio
import threading


async def load(key):
    await asyncio.sleep(0)
    return f"profile of {key}"


async def load_messages(key):
    await asyncio.sleep(0)
    return ["Hello " + key]


profiles = {}


async def cache_of_texts_ok(user_id):
    if user_id not in profiles:
        profiles[user_id] = await load(user_id)
    return profiles[user_id]


profiles_with_get = {}


async def cache_asked_with_get_ok(user_id):
    profile = profiles_with_get.get(user_id)
    if profile is None:
        profile = profiles_with_get[user_id] = await load(user_id)
    return profile


profiles_with_try = {}


async def cache_asked_with_try_ok(user_id):
    try:
        return profiles_with_try[user_id]
    except KeyError:
        profiles_with_try[user_id] = await load(user_id)
    return profiles_with_try[user_id]


greeting = None


async def one_value_loaded_on_demand_ok(user_id):
    global greeting
    if greeting is None:
        greeting = await load("everybody")
    return f"{user_id}: {greeting}"


limits = []


async def list_emptied_and_filled_again_ok(user_id):
    if not limits:
        limit = await load("everybody")
        limits.clear()
        limits.append(limit)
    return f"{user_id}: {limits[0]}"


modes = []


async def list_of_one_constant_filled_again_ok(user_id):
    if not modes:
        found = await load("everybody")
        modes.clear()
        modes.append(1 if found else 2)
    return f"{user_id}: {1 in modes}"


sessions = {}


async def session_made_twice_bad(session_id, message):
    if session_id not in sessions:
        sessions[session_id] = await load_messages(session_id)  # error: 8, SIS003, "sessions"
    sessions[session_id].append(message)
    return "noted"


sessions_kept = {}


async def session_made_once_by_setdefault_ok(session_id, message):
    if session_id not in sessions_kept:
        loaded = await load_messages(session_id)
        sessions_kept.setdefault(session_id, loaded)
    sessions_kept[session_id].append(message)
    return "noted"


sessions_under_lock = {}
session_lock = asyncio.Lock()


async def session_made_under_lock_ok(session_id, message):
    async with session_lock:
        if session_id not in sessions_under_lock:
            sessions_under_lock[session_id] = await load_messages(session_id)
    sessions_under_lock[session_id].append(message)
    return "noted"


sessions_tested_again = {}


async def session_tested_again_behind_the_pause_ok(session_id, message):
    if session_id not in sessions_tested_again:
        loaded = await load_messages(session_id)
        if session_id not in sessions_tested_again:
            sessions_tested_again[session_id] = loaded
    sessions_tested_again[session_id].append(message)
    return "noted"


sessions_doubly_checked = {}
double_lock = asyncio.Lock()


async def double_checked_session_ok(session_id, message):
    if session_id not in sessions_doubly_checked:
        async with double_lock:
            if session_id not in sessions_doubly_checked:
                sessions_doubly_checked[session_id] = await load_messages(session_id)
    sessions_doubly_checked[session_id].append(message)
    return "noted"


sessions_made_at_once = {}


async def session_made_without_a_pause_ok(session_id, message):
    if session_id not in sessions_made_at_once:
        sessions_made_at_once[session_id] = ["Hello " + session_id]
    sessions_made_at_once[session_id].append(message)
    await asyncio.sleep(0)
    return "noted"


carts = {}


async def cart_asked_with_get_and_changed_bad(user_id, item):
    cart = carts.get(user_id)
    if cart is None:
        cart = await load_messages(user_id)
        carts[user_id] = cart  # error: 8, SIS003, "carts"
    cart.append(item)
    return "in the cart"


carts_made_at_once = {}


async def cart_asked_with_get_and_made_at_once_ok(user_id, item):
    cart = carts_made_at_once.get(user_id)
    if cart is None:
        cart = ["Hello " + user_id]
        carts_made_at_once[user_id] = cart
    cart.append(item)
    await asyncio.sleep(0)
    return "in the cart"


open_connections = 0


class Connection:
    """Stands in for something that takes up room until it is closed."""

    async def close(self):
        global open_connections
        open_connections -= 1


async def connect(address):
    global open_connections
    await asyncio.sleep(0)
    open_connections += 1
    return Connection()


connections = {}


async def hang_up(user_id):
    await connections.pop(user_id).close()


async def connection_made_twice_and_one_lost_bad(user_id):
    if user_id not in connections:
        connections[user_id] = await connect(user_id)  # error: 8, SIS003, "connections"
    return "connected"


lines = {}
line_lock = asyncio.Lock()


async def hang_up_line(user_id):
    await lines.pop(user_id).close()


async def connection_made_under_lock_ok(user_id):
    async with line_lock:
        if user_id not in lines:
            lines[user_id] = await connect(user_id)
    return "connected"


class Issuer:
    def __init__(self, address):
        self.address = address
        self.keys = None

    async def key(self):
        if self.keys is None:
            self.keys = await load(self.address)
        return self.keys


class Session:
    def __init__(self, address):
        self.address = address
        self.last = None

    async def key(self, message):
        if self.last is not None:
            return self.last
        self.last = message
        return message


issuers = {}


async def entry_that_remembers_for_itself_ok(user_id, address):
    issuer = issuers.get(address)
    if issuer is None:
        issuer = Issuer(await load(address))
        issuers[address] = issuer
    return await issuer.key()


first_messages = {}


async def entry_that_keeps_a_message_bad(user_id, message):
    session = first_messages.get(user_id)
    if session is None:
        session = Session(await load(user_id))
        first_messages[user_id] = session  # error: 8, SIS003, "first_messages"
    return await session.key(message)


answers = {}
notes = {}


async def asked(text):
    await asyncio.sleep(0)
    return [{"text": text}]


async def answers_to(text):
    if text not in answers:
        answers[text] = await asked(text)
    return answers[text]


async def stamped_at_each_use_ok(session_id, text):
    found = await answers_to(text)
    for each in found:
        each["stamp"] = text
    return [each["stamp"] for each in found]


async def notes_on(text):
    if text not in notes:
        notes[text] = await asked(text)  # error: 8, SIS003, "notes"
    return notes[text]


async def noted_for_the_next_use_bad(session_id, text):
    found = await notes_on(session_id)
    before = found[0].get("note")
    found[0]["note"] = text
    return before


catalogue = None


def read_catalogue():
    return "catalogue"


async def read_in_a_thread_that_is_awaited_ok(user_id):
    global catalogue
    if not catalogue:
        found = await asyncio.to_thread(read_catalogue)
        catalogue = found
    return f"{user_id}: {catalogue}"


class Directory:
    kind = "open"

    async def entry(self, name):
        await asyncio.sleep(0)
        return None if name != "nobody" else name


directory = None


async def known_directory():
    global directory
    if directory is None:
        await asyncio.sleep(0)
        directory = Directory()
    return directory


async def refused_by_what_the_object_answers_ok(user_id, message):
    found = await known_directory()
    if await found.entry(user_id) is not None:
        raise ValueError(user_id)
    await known_directory()
    return message


settings = None


async def known_settings():
    global settings
    if settings is None:
        await asyncio.sleep(0)
        settings = Directory()
    return settings


async def refused_by_one_of_fixed_kinds_ok(user_id, message):
    found = await known_settings()
    if found.kind in ["closed", "private"]:
        raise ValueError(user_id)
    await known_settings()
    return message


watcher = None


# not executed: the second thread is not seen
async def read_by_a_thread_that_is_left_bad(user_id):
    global watcher
    if not watcher:
        await asyncio.sleep(0)
        started = threading.Thread(target=read_catalogue)
        started.start()
        watcher = started  # error: 8, SIS003, "watcher"
    return user_id
