"""A method of a shared object does the same under another name: of a variable, an attribute, a table, a partial."""
import asyncio
from functools import partial


async def rest():
    await asyncio.sleep(0)


class Desk:
    def __init__(self):
        self.guest = None

    def welcome(self, guest):
        self.guest = guest  # error: 8, SIS004, "'Desk.guest'"

    def current(self):
        return self.guest


desk = Desk()
welcome = desk.welcome
current = desk.current


async def bound_method_of_a_variable_bad(user_id, message):
    welcome(user_id)
    await rest()
    return current()


class Counter:
    def __init__(self):
        self.guest = None

    def welcome(self, guest):
        self.guest = guest  # error: 8, SIS004, "'Counter.guest'"

    def current(self):
        return self.guest


counter = Counter()


class Hall:
    def __init__(self):
        self.counter = counter

    def enter(self, guest):
        self.counter.welcome(guest)

    def current(self):
        return self.counter.current()


hall = Hall()


async def object_in_an_attribute_bad(user_id, message):
    hall.enter(user_id)
    await rest()
    return hall.current()


class Porter:
    def __init__(self):
        self.guest = None

    def welcome(self, guest):
        self.guest = guest  # error: 8, SIS004, "'Porter.guest'"

    def current(self):
        return self.guest


porter = Porter()
call_porter = partial(porter.welcome)


async def partial_of_a_method_bad(user_id, message):
    call_porter(user_id)
    await rest()
    return porter.current()


class Clerk:
    def __init__(self):
        self.guest = None

    def current(self):
        return self.guest


clerk = Clerk()


def note(guest):
    clerk.guest = guest  # error: 4, SIS004, "'Clerk.guest'"


def forget(guest):
    clerk.guest = None


ACTIONS = {"in": note, "out": forget}


async def function_in_a_table_bad(user_id, message):
    ACTIONS["in"](user_id)
    await rest()
    return clerk.current()


class Guestbook:
    def __init__(self):
        self.guest = None

    def welcome(self, guest):
        self.guest = guest

    def current(self):
        return self.guest


class Room:
    def __init__(self):
        self.book = Guestbook()

    def enter(self, guest):
        self.book.welcome(guest)


async def object_of_its_own_in_an_attribute_ok(user_id, message):
    room = Room()
    room.enter(user_id)
    await rest()
    return room.book.current()


def echoed(message):
    return message


TALK = {"say": echoed, "shout": str.upper}


async def function_in_a_table_that_keeps_nothing_ok(user_id, message):
    await rest()
    return TALK["say"](user_id)
