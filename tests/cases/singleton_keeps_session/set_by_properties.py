"""Assigning to a property calls its setter, and reading it its getter: both are one place, whatever it is called."""
import asyncio


async def rest():
    await asyncio.sleep(0)


class Stage:
    def __init__(self):
        self._singer = None
        self._songs = {}

    @property
    def singer(self):
        return self._singer

    @singer.setter
    def singer(self, name):
        if not name:
            raise ValueError("nobody sings")
        self._singer = name.title()  # error: 8, SIS004, "'Stage._singer'"

    async def announce(self, name):
        self.singer = name
        await rest()
        return f"now: {self.singer}"


stage = Stage()


async def set_by_a_method_bad(singer):
    return await stage.announce(singer)


class Hall(Stage):
    @property
    def light(self):
        return self._songs.get("light")

    @light.setter
    def light(self, color):
        self._songs["light"] = color  # error: 8, SIS004, "'Stage._songs'"


hall = Hall()


async def set_under_a_constant_key_bad(singer, color):
    hall.light = color
    await rest()
    return [singer, hall.light]


async def of_an_object_for_each_call_ok(singer, color):
    own = Hall()
    own.singer = singer
    own.light = color
    await rest()
    return [own.singer, own.light]


class Ticket:
    def __init__(self, guest):
        self.guest = guest

    @property
    def guest(self):
        return self._guest

    @guest.setter
    def guest(self, name):
        self._guest = name


tickets = {}


async def of_an_object_for_each_guest_ok(guest, name):
    ticket = tickets.setdefault(guest, Ticket(guest))
    ticket.guest = name
    told = ticket.guest
    await rest()
    return told


class Thermostat:
    def __init__(self):
        self.target = 20

    @property
    def target(self):
        return self._target

    @target.setter
    def target(self, degrees):
        self._target = degrees


thermostat = Thermostat()


async def set_when_it_is_made_ok(guest):
    await rest()
    return [guest, thermostat.target]


class Roster:
    def __init__(self):
        self._seen = []

    @property
    def last(self):
        return self._seen[-1]

    @last.setter
    def last(self, name):
        self._seen.append(name)  # error: 8, SIS004, "'Roster._seen'"


roster = Roster()


async def grown_by_a_setter_bad(guest):
    roster.last = guest
    await rest()
    return roster.last


class Meter:
    def __init__(self):
        self._count = 0

    @property
    def count(self):
        return self._count

    @count.setter
    def count(self, value):
        self._count = value

    @count.deleter
    def count(self):
        self._count = 0


meter = Meter()


async def counted_by_a_property_ok(guest):
    meter.count += 1
    await rest()
    return guest
