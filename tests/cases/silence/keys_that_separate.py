"""What is stored under the user, the session or the connection, in whatever way, belongs to that one alone."""
import asyncio
import weakref
from collections import OrderedDict, defaultdict


async def rest():
    await asyncio.sleep(0)


drafts = {}


async def item_ok(user_id, message):
    drafts[user_id] = message
    await rest()
    return user_id in drafts


histories = defaultdict(list)


async def list_of_the_key_ok(session_id, message):
    histories[session_id].append(message)
    await rest()
    return "noted"


scores = defaultdict(int)


async def number_of_the_key_ok(user_id, message):
    scores[user_id] += len(message)
    await rest()
    return "counted"


pairs = {}


async def tuple_as_key_ok(user_id, message):
    pairs[user_id, message] = message
    await rest()
    return pairs[user_id, message]


texts = {}


async def formatted_key_ok(user_id, message):
    texts[f"{user_id}:{message}"] = message
    await rest()
    return texts[f"{user_id}:{message}"]


derived = {}


def key_of(user_id, message):
    return user_id.lower(), message


async def key_made_by_a_function_ok(user_id, message):
    derived[key_of(user_id, message)] = message
    await rest()
    return derived[key_of(user_id, message)]


class Session:
    def __init__(self, user_id):
        self.user_id = user_id
        self.messages = []


sessions = {}


def session_of(user_id):
    if user_id not in sessions:
        sessions[user_id] = Session(user_id)
    return sessions[user_id]


async def object_of_the_key_ok(user_id, message):
    session = session_of(user_id)
    session.messages.append(message)
    await rest()
    return session.user_id


by_attribute = {}


async def attribute_as_key_ok(user_id, message):
    session = Session(user_id)
    by_attribute[session.user_id] = message
    await rest()
    return user_id in by_attribute


by_object = weakref.WeakKeyDictionary()


async def object_as_key_ok(user_id, message):
    session = Session(user_id)
    by_object[session] = message
    await rest()
    return by_object[session]


ordered = OrderedDict()


async def bounded_table_ok(user_id, message):
    ordered[user_id] = message
    ordered.move_to_end(user_id)
    while len(ordered) > 100:
        ordered.popitem(last=False)
    await rest()
    return "kept"


left = {}


async def entry_removed_at_the_end_ok(user_id, message):
    left[user_id, message] = message
    try:
        await rest()
        return message
    finally:
        left.pop((user_id, message), None)


deleted = {}


async def entry_deleted_ok(user_id, message):
    deleted[user_id, message] = message
    await rest()
    del deleted[user_id, message]
    return message


nested = defaultdict(dict)


async def constant_below_the_key_ok(user_id, message):
    nested[user_id]["message"] = message
    await rest()
    return user_id in nested


seen = set()


async def element_of_a_set_ok(user_id):
    is_new = user_id not in seen
    seen.add(user_id)
    await rest()
    return "welcome" if is_new else "welcome back"


notes = {}


def note(message, key):
    if key:
        if notes.get(key):
            notes[key].append(message)
        else:
            notes[key] = [message]


async def no_key_and_nothing_kept_ok(user_id, message):
    note(message, None)
    await rest()
    return notes.get(user_id, [])


records = {"site": {"chat": {"open": {"users": {}}}}}


async def key_far_below_the_variable_ok(user_id):
    records["site"]["chat"]["open"]["users"][user_id] = user_id
    await asyncio.sleep(0)
    return records["site"]["chat"]["open"]["users"][user_id]
