"""A figure of the program's statistics that is too small by one harms no session; a number that decides something, or
that a session is told, must be right."""
import asyncio


class Program:
    def __init__(self):
        self.stats = {"served": 0, "failed": 0}
        self.daily_stats = {"orders": 0}


program = Program()


def note_served():
    program.stats["served"] += 1


# benign: a lost update makes a figure of the operator's too small
async def figure_in_threads_ok(user_id):
    await asyncio.to_thread(note_served)
    return user_id


class Line:
    def __init__(self):
        self.call_metrics = 0

    def note(self):
        self.call_metrics += 1


line = Line()


# benign: a lost update makes a figure of the operator's too small
async def figure_of_an_object_in_threads_ok(user_id):
    await asyncio.to_thread(line.note)
    return user_id


def note_failed():
    program.stats["failed"] += 1
    raise LookupError


def note_either(message):
    if message:
        note_served()
    else:
        program.stats["served"] += 1
        note_failed()


# benign: a lost update makes a figure of the operator's too small
async def figure_counted_at_two_places_ok(message):
    await asyncio.to_thread(note_either, message)
    return message


def take_order():
    if program.daily_stats["orders"] >= 1:
        return "sold out"
    program.daily_stats["orders"] += 1  # error: 4, SIS003, "orders"
    return "sold"


async def figure_that_decides_bad(user_id):
    return await asyncio.to_thread(take_order)


orders = {"taken": 0}


def number_of_order():
    orders["taken"] += 1  # error: 4, SIS003, "taken"
    return orders["taken"]


async def number_that_is_no_figure_bad(user_id):
    return await asyncio.to_thread(number_of_order)
