"""A dict that only the keys of the source enter is complete before a call walks through it, and stays as it is."""
import asyncio


async def send(listener, message):
    await asyncio.sleep(0)
    return f"{listener}: {message}"


class Bus:
    def __init__(self):
        self.listeners = {}

    def add(self, name, listener):
        self.listeners[name] = listener

    async def start(self, message):
        for each in self.listeners.values():
            await send(each, message)


audits = {}


async def fixed_keys_are_stored_before_the_walk_ok(user_id, message):
    if "log" not in audits:
        audits["log"] = "log"
    if "mail" not in audits:
        audits["mail"] = "mail"
    for each in audits.values():
        await send(each, message)
    return message


bus = Bus()


async def fixed_keys_are_stored_through_methods_ok(user_id, message):
    if "log" not in bus.listeners:
        bus.add("log", "log")
    if "mail" not in bus.listeners:
        bus.add("mail", "mail")
    await bus.start(message)
    return message


class OpenBus:
    def __init__(self):
        self.listeners = {}

    def add(self, name, listener):
        self.listeners[name] = listener


open_bus = OpenBus()


async def own_key_is_stored_besides_bad(user_id, message):
    if "log" not in open_bus.listeners:
        open_bus.add("log", "log")
    open_bus.add(user_id, message)
    for each in open_bus.listeners.values():  # error: 4, SIS003, "listeners"
        await send(each, message)
    return message


changing = {}


async def fixed_key_is_removed_again_bad(user_id, message):
    changing["log"] = "log"
    changing["mail"] = "mail"
    for each in changing.values():  # error: 4, SIS003, "changing"
        await send(each, message)
    changing.pop("mail", None)
    return message


once = {}


async def missing_entries_are_stored_ok(user_id, message):
    if "log" not in once:
        once["log"] = "log"
    return message


async def entries_that_are_stored_elsewhere_ok(user_id, message):
    for each in once.values():
        await send(each, message)
    return message


late = {}


async def fixed_key_is_stored_after_the_walk_bad(user_id, message):
    late["log"] = "log"
    for each in late.values():  # error: 4, SIS003, "late"
        await send(each, message)
    late["mail"] = "mail"
    return message
