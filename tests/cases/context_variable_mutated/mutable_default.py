"""A default is made once: what is put into it is there for everybody."""
import asyncio
from collections import defaultdict
from contextvars import ContextVar

messages = ContextVar("messages", default=[])


async def appended_bad(user, message):
    messages.get().append(message)  # error: 4, SIS005, "'appended_bad' appends to 'messages'"
    await asyncio.sleep(0)
    return list(messages.get())


by_alias = ContextVar("by_alias", default=[])


async def appended_by_an_alias_bad(user, message):
    said = by_alias.get()
    said.append(message)  # error: 4, SIS005
    await asyncio.sleep(0)
    return list(said)


augmented = ContextVar("augmented", default=[])


async def grown_by_an_operator_bad(user, message):
    said = augmented.get()
    said += [message]  # error: 4, SIS005
    await asyncio.sleep(0)
    return list(said)


called = ContextVar("called", default=dict())


async def stored_in_a_called_default_bad(user):
    called.get()["user"] = user  # error: 4, SIS005, "stores into 'called'"
    await asyncio.sleep(0)
    return called.get()["user"]


EMPTY: dict = {}
named = ContextVar("named", default=EMPTY)


async def stored_in_a_named_default_bad(user):
    named.get().update(user=user)  # error: 4, SIS005
    await asyncio.sleep(0)
    return named.get()["user"]


topics = ContextVar("topics", default=defaultdict(list))


async def appended_in_an_entry_bad(user, message):
    topics.get()["said"].append(message)  # error: 4, SIS005
    await asyncio.sleep(0)
    return list(topics.get()["said"])


class Visit:
    """What is known of one request."""

    def __init__(self):
        self.user = None
        self.notes = []


visit = ContextVar("visit", default=Visit())


async def set_as_an_attribute_bad(user):
    visit.get().user = user  # error: 4, SIS005, "sets 'visit.user'"
    await asyncio.sleep(0)
    return visit.get().user


visits = ContextVar("visits", default=Visit())


async def appended_to_an_attribute_bad(user, message):
    visits.get().notes.append(message)  # error: 4, SIS005
    await asyncio.sleep(0)
    return list(visits.get().notes)


class Tracker:
    """Holds its context variable in the class."""

    seen = ContextVar("seen", default=[])

    def note(self, message):
        self.seen.get().append(message)  # error: 8, SIS005, "'Tracker.seen'"


async def held_by_a_class_bad(user, message):
    Tracker().note(message)
    await asyncio.sleep(0)
    return list(Tracker.seen.get())


untouched = ContextVar("untouched", default=[])


async def default_that_nobody_changes_ok(user):
    await asyncio.sleep(0)
    return [*untouched.get(), user]


replaced = ContextVar("replaced", default=[])


async def replaced_by_a_new_list_ok(user, message):
    replaced.set([*replaced.get(), message])
    await asyncio.sleep(0)
    return replaced.get()


copied = ContextVar("copied", default={})


async def copied_before_the_change_ok(user):
    mine = copied.get().copy()
    mine["user"] = user
    copied.set(mine)
    await asyncio.sleep(0)
    return copied.get()["user"]


united = ContextVar("united", default={})


async def united_with_another_ok(user):
    united.set(united.get() | {"user": user})
    await asyncio.sleep(0)
    return united.get()["user"]


counted = ContextVar("counted", default=0)
spelled = ContextVar("spelled", default="")


async def immutable_values_ok(user, message):
    number = counted.get()
    number += 1
    counted.set(number)
    text = spelled.get()
    text += message
    spelled.set(text)
    await asyncio.sleep(0)
    return counted.get(), spelled.get()


lengths = ContextVar("lengths", default={})


async def memo_of_a_pure_function_ok(user, message):
    known = lengths.get()
    if "limit" not in known:
        known["limit"] = int("80")
    await asyncio.sleep(0)
    return known["limit"]


locks = ContextVar("locks", default={})


async def locks_by_name_ok(user, message):
    known = locks.get()
    if user not in known:
        known[user] = asyncio.Lock()
    async with known[user]:
        return message


class Clock:
    """Has a method of a container's name that changes nothing."""

    def update(self, message):
        return message


clock = ContextVar("clock", default=Clock())


async def method_of_an_object_ok(user, message):
    clock.get().update(message)
    await asyncio.sleep(0)
    return message
