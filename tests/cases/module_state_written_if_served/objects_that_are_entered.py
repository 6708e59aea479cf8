"""An object that puts itself into a module's variable for the time of a block is in force for every other caller, too."""
import asyncio
from contextvars import ContextVar

engaged = None


class Voyage:
    def __init__(self, port):
        self.port = port

    def __enter__(self):
        global engaged
        engaged = self  # error: 8, SIS101, "'__enter__' sets 'engaged'"
        return self

    def __exit__(self, *about):
        global engaged
        engaged = None


def destination():
    return engaged.port if engaged is not None else None


VOYAGE = {"make": Voyage, "where": destination}


async def object_of_the_last_to_enter_bad(user):
    with VOYAGE.get("make")(user):
        await asyncio.sleep(0)
        return VOYAGE.get("where")()


plotted = None


class Course:
    def __init__(self, port):
        self.port = port
        self.before = None

    def __enter__(self):
        self.before = plotted
        plot(self)
        return self

    def __exit__(self, *about):
        plot(self.before)


def plot(course):
    global plotted
    plotted = course  # error: 4, SIS101, "'__enter__' sets 'plotted' through 'plot'"


def heading():
    return plotted.port if plotted is not None else None


COURSE = {"make": Course, "where": heading}


async def set_and_restored_by_a_helper_bad(user):
    with COURSE.get("make")(user):
        await asyncio.sleep(0)
        return COURSE.get("where")()


own = ContextVar("own", default=None)


class OwnVoyage:
    def __init__(self, port):
        self.port = port

    def __enter__(self):
        self.token = own.set(self)
        return self

    def __exit__(self, *about):
        own.reset(self.token)


def own_destination():
    return own.get().port


OWN = {"make": OwnVoyage, "where": own_destination}


async def object_in_a_context_variable_ok(user):
    with OWN.get("make")(user):
        await asyncio.sleep(0)
        return OWN.get("where")()


by_name = {}


class Named:
    def __init__(self, port):
        self.port = port

    def __enter__(self):
        by_name[self.port] = self
        return self

    def __exit__(self, *about):
        del by_name[self.port]


def port_of(name):
    return by_name[name].port


NAMED = {"make": Named, "where": port_of}


async def object_under_its_own_name_ok(user):
    with NAMED.get("make")(user):
        return NAMED.get("where")(user)


anchor = None


class Anchorage:
    """Opens the one anchor of the program, whoever enters."""

    def __enter__(self):
        global anchor
        anchor = asyncio.Event()
        return self

    def __exit__(self, *about):
        global anchor
        anchor = None


def is_anchored():
    return anchor is not None


ANCHORAGE = {"make": Anchorage, "is": is_anchored}


async def resource_of_the_program_ok(user):
    with ANCHORAGE.get("make")():
        return user, ANCHORAGE.get("is")()
