"""All tasks of a loop run on one thread: the entry of that thread in a default is one for all of them."""
import asyncio
import threading
from contextvars import ContextVar


class Notes:
    def __init__(self):
        self.lines = []


notes = ContextVar("notes", default={})


def notes_of_this_thread():
    found = notes.get()
    number = threading.get_ident()
    if number not in found:
        found[number] = Notes()  # error: 8, SIS005, "notes"
    return found[number]


async def notes_of_the_thread_in_a_default_bad(user_id, message):
    own = notes_of_this_thread()
    own.lines = [*own.lines, message]  # error: 4, SIS005, "notes"
    await asyncio.sleep(0)
    return notes_of_this_thread().lines


own_notes = ContextVar("own_notes", default=None)


async def notes_of_the_thread_in_an_own_dict_ok(user_id, message):
    own_notes.set({})
    number = threading.get_ident()
    if number not in own_notes.get():
        own_notes.get()[number] = Notes()
    own = own_notes.get()[number]
    own.lines = [*own.lines, message]
    await asyncio.sleep(0)
    return own_notes.get()[number].lines


sums = ContextVar("sums", default={})


async def entry_that_is_computed_where_it_was_missing_ok(user_id, message):
    found = sums.get()
    if len(message) not in found:
        found[len(message)] = sum(range(len(message)))
    await asyncio.sleep(0)
    return found[len(message)]
