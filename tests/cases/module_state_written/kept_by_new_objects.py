"""What a constructor is given and keeps is the same object still: the new object around it makes no copy."""
import asyncio
from dataclasses import dataclass, field
from typing import NamedTuple


async def rest():
    await asyncio.sleep(0)


GREETING = ["Welcome."]


class Tour:
    def __init__(self, stops):
        self.stops = stops

    def visit(self, place):
        self.stops.append(place)  # error: 8, SIS001, "'GREETING'"


async def kept_as_it_is_bad(guest, place):
    tour = Tour(GREETING)
    tour.visit(place)
    await rest()
    return [guest, *tour.stops]


OPENING = ["Good day."]


class Visit:
    def __init__(self, stops=None):
        self.stops = stops or []

    def add(self, place):
        self.stops.append(place)  # error: 8, SIS001, "'OPENING'"


async def kept_where_one_is_given_bad(guest, place):
    visit = Visit(stops=OPENING)
    visit.add(place)
    await rest()
    return [guest, *visit.stops]


async def made_where_none_is_given_ok(guest, place):
    visit = Visit()
    visit.add(place)
    await rest()
    return [guest, *visit.stops]


USUAL = {"seats": ["window"]}


@dataclass
class Booking:
    guest: str
    seats: list = field(default_factory=list)
    paid: bool = False

    def take(self, seat):
        self.seats.append(seat)  # error: 8, SIS001, "'USUAL'"


async def kept_by_a_dataclass_bad(guest, seat):
    booking = Booking(guest, USUAL["seats"])
    booking.take(seat)
    await rest()
    return [booking.guest, *booking.seats]


class Bill(NamedTuple):
    guest: str
    lines: list


BILL = ["tax"]


async def kept_by_a_named_tuple_bad(guest, line):
    bill = Bill(lines=BILL, guest=guest)
    bill.lines.append(line)  # error: 4, SIS001, "'BILL'"
    await rest()
    return [bill.guest, *bill.lines]


COPIED = ["Hello."]


class Copying:
    def __init__(self, stops):
        self.stops = list(stops)

    def visit(self, place):
        self.stops.append(place)


async def copied_by_the_constructor_ok(guest, place):
    tour = Copying(COPIED)
    tour.visit(place)
    await rest()
    return [guest, *tour.stops]


HANDED = ["Hello."]


async def copied_by_who_makes_it_ok(guest, place):
    tour = Tour([*HANDED])
    tour.visit(place)
    await rest()
    return [guest, *tour.stops]


REPLACED = ["Hello."]


class Replacing:
    def __init__(self, stops):
        self.stops = stops

    def visit(self, place):
        self.stops = [*self.stops, place]


async def bound_anew_by_a_method_ok(guest, place):
    tour = Replacing(REPLACED)
    tour.visit(place)
    await rest()
    return [guest, *tour.stops]


SET = ["Hello."]


async def bound_anew_from_outside_ok(guest, place):
    tour = Tour(SET)
    tour.stops = list(tour.stops)
    tour.stops.append(place)
    await rest()
    return [guest, *tour.stops]


READ = ["Hello."]


async def only_read_ok(guest):
    tour = Tour(READ)
    await rest()
    return [guest, *tour.stops]


STARTED = ["Hello."]


def started(stops):
    return Tour(stops)


async def made_by_a_helper_bad(guest, place):
    tour = started(STARTED)
    tour.stops.append(place)  # error: 4, SIS001, "'STARTED'"
    await rest()
    return [guest, *tour.stops]


counts = {"tours": 0}


class Counted:
    def __init__(self, counts):
        self.counts = counts
        self.counts["tours"] += 1


async def counted_in_a_table_ok(guest):
    Counted(counts)
    await rest()
    return guest


SHELF = ["atlas"]


class Reader:
    def __init__(self, books=SHELF):
        self.books = books

    def borrow(self, book):
        self.books.append(book)  # error: 8, SIS001, "'SHELF'"


async def kept_default_by_name_bad(guest, book):
    reader = Reader()
    reader.borrow(book)
    await rest()
    return [guest, *reader.books]


RULES = ["Be quiet."]


def _read_out(name, rules=RULES):
    rules.append(name)  # error: 4, SIS001, "'RULES'"
    return " ".join(rules)


async def default_by_name_grows_bad(guest):
    told = _read_out(guest)
    await rest()
    return told


PRICES = ["1"]


def _priced(name, prices=PRICES):
    return [name, *prices]


async def default_by_name_only_read_ok(guest):
    await rest()
    return _priced(guest)


LABELS = ["blue"]


def _labelled(name, labels=LABELS):
    labels.append(name)
    return labels


async def default_by_name_replaced_ok(guest):
    await rest()
    return _labelled(guest, [])
