"""Requests that begin with a new object in the variable change nothing of its default; a copy is no beginning."""
import asyncio
from contextvars import ContextVar
from dataclasses import dataclass, field

before_request = []


def first(function):
    before_request.append(function)
    return function


def begin_request():
    for each in before_request:
        each()


notes = ContextVar("notes", default=[])


@first
def begin_notes():
    notes.set([])


async def list_of_a_request_ok(user, message):
    begin_request()
    notes.get().append(message)
    await asyncio.sleep(0)
    return list(notes.get())


@dataclass
class Visit:
    """What is known of one request."""

    user: str = ""
    said: list = field(default_factory=list)


visit = ContextVar("visit", default=Visit())


@first
def begin_visit():
    begun = Visit()
    begun.user = "nobody"
    visit.set(begun)


def current_visit():
    return visit.get()


async def object_of_a_request_ok(user, message):
    begin_request()
    current_visit().user = user
    current_visit().said.append(message)
    await asyncio.sleep(0)
    return visit.get().user, list(visit.get().said)


restored = ContextVar("restored", default={})


@first
def begin_or_restore(values=None):
    if values is None:
        restored.set({})
        return
    restored.get().update(values)


async def begun_or_restored_ok(user):
    begin_request()
    begin_or_restore({"user": user})
    await asyncio.sleep(0)
    return restored.get()["user"]


attributes = ContextVar("attributes", default={})


def add_attribute(name, value):
    known = attributes.get()
    attributes.set({**known, name: value})


async def others_set_a_copy_bad(user):
    attributes.get()["user"] = user  # error: 4, SIS005
    await asyncio.sleep(0)
    return attributes.get()["user"]


marks = ContextVar("marks", default=[])


def current_marks():
    return marks.get()


def mark(name):
    marks.set([*current_marks(), name])


async def others_set_a_copy_of_what_a_helper_gives_bad(user, message):
    current_marks().append(message)  # error: 4, SIS005
    await asyncio.sleep(0)
    return list(current_marks())


missing = ContextVar("missing", default=[])


def begin_where_nothing_is():
    if missing.get() is None:
        missing.set([])


async def others_set_one_where_none_is_bad(user, message):
    missing.get().append(message)  # error: 4, SIS005
    await asyncio.sleep(0)
    return list(missing.get())


started = ContextVar("started", default=[])


def start():
    started.set([])


start()


async def set_as_the_program_starts_bad(user, message):
    started.get().append(message)  # error: 4, SIS005
    await asyncio.sleep(0)
    return list(started.get())


some = ContextVar("some", default=[])


def begin_some(message):
    if not message:
        some.set([])


async def helper_sets_it_on_one_branch_bad(user, message):
    begin_some(message)
    some.get().append(message)  # error: 4, SIS005
    await asyncio.sleep(0)
    return list(some.get())


full = ContextVar("full", default=[])


async def begun_anew_after_the_change_bad(user, message):
    said = full.get()
    said.append(message)  # error: 4, SIS005
    if len(said) > 9:
        full.set([])
        return said
    await asyncio.sleep(0)
    return list(said)


emptied = ContextVar("emptied", default=[])


async def emptied_on_request(user):
    emptied.set([])


async def another_handler_sets_its_own_bad(user, message):
    emptied.get().append(message)  # error: 4, SIS005
    await asyncio.sleep(0)
    return list(emptied.get())


commanded = ContextVar("commanded", default=[])


async def emptied_by_a_command_alone_bad(user, message):
    if message == "/reset":
        commanded.set([])
        return []
    commanded.get().append(message)  # error: 4, SIS005
    await asyncio.sleep(0)
    return list(commanded.get())


lines = ContextVar("lines", default=[])


class Screen:
    def __init__(self, lines):
        self.lines = lines

    def clear(self):
        self.lines.set([])


async def attribute_of_the_same_name_is_set_bad(user, message):
    lines.get().append(message)  # error: 4, SIS005
    await asyncio.sleep(0)
    return list(lines.get())
