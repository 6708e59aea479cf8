"""A method that takes what no list's method of that name takes is another object's."""
import asyncio

lines = {}


class Journal:
    def __init__(self, name):
        self.name = name

    def append(self, run, event):
        lines[run] = event
        return event


class Recorder:
    def __init__(self, journal):
        self.journal = journal


kinds = {"journal": Journal, "list": list}
recorder = Recorder(kinds["journal"]("all"))


async def own_append_with_two_arguments_ok(run_id, message):
    recorder.journal.append(run_id, message)
    await asyncio.sleep(0)
    return message


entries = []


async def append_of_a_list_bad(run_id, message):
    entries.append((run_id, message))  # error: 4, SIS001, "entries"
    await asyncio.sleep(0)
    return list(entries)


places = []


async def insert_of_a_list_bad(run_id, message):
    places.insert(0, message)  # error: 4, SIS001, "places"
    await asyncio.sleep(0)
    return list(places)
