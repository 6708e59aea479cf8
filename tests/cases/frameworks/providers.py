"""What FastAPI fills a parameter with: the very thing that its provider gives, for one request or for all."""
import asyncio
from functools import lru_cache
from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI

harbour = FastAPI()


async def rest():
    await asyncio.sleep(0)


logbook = []


def get_logbook():
    return logbook


@harbour.post("/log")
async def list_of_a_module_bad(captain, entry, book=Depends(get_logbook)):
    book.append(entry)  # error: 4, SIS001, "logbook"
    await rest()
    return list(book)


mooring = {"ship": None}


async def get_mooring():
    return mooring


@harbour.post("/moor")
async def table_of_a_module_bad(ship, berth, place: dict = Depends(get_mooring)):
    place["ship"] = ship  # error: 4, SIS001, "mooring"
    await rest()
    return {"moored": place["ship"], "at": berth}


radio = []


def get_radio():
    return radio


Radio = Annotated[list, Depends(get_radio)]


@harbour.post("/radio")
def annotation_under_a_name_bad(captain, call, heard: Radio):
    heard.append(call)  # error: 4, SIS001, "radio"
    return list(heard)


class Buoy:
    def __init__(self):
        self.light = None

    def show(self, light):
        self.light = light  # error: 8, SIS004, "Buoy.light"

    def shown(self):
        return self.light


the_buoy = Buoy()


def get_buoy():
    return the_buoy


NearestBuoy = Annotated[Buoy, Depends(get_buoy)]


@harbour.post("/buoy")
async def class_in_an_annotation_under_a_name_bad(captain, light, buoy: NearestBuoy):
    buoy.show(light)
    await rest()
    return buoy.shown()


class Float:
    def __init__(self):
        self.light = None

    def show(self, light):
        self.light = light

    def shown(self):
        return self.light


def get_float():
    return Float()


NewFloat = Annotated[Float, Depends(get_float)]


@harbour.post("/float")
async def new_object_in_an_annotation_under_a_name_ok(captain, light, mark: NewFloat):
    mark.show(light)
    await rest()
    return mark.shown()


class Pilot:
    def __init__(self):
        self.ship = None


pilot = Pilot()


async def lend_pilot():
    try:
        yield pilot
    finally:
        await rest()


@harbour.post("/pilot")
async def object_that_is_lent_bad(ship, berth, guide: Pilot = Depends(lend_pilot)):
    guide.ship = ship  # error: 4, SIS004, "Pilot.ship"
    await rest()
    return guide.ship


def lend_new_pilot():
    hired = Pilot()
    yield hired
    hired.ship = None


@harbour.post("/hire")
async def object_that_is_made_and_lent_ok(ship, berth, guide: Pilot = Depends(lend_new_pilot)):
    guide.ship = ship
    await rest()
    return guide.ship


tide = []


def get_tide():
    return tide


def get_marked_tide(levels: Annotated[list, Depends(get_tide)]):
    return levels


@harbour.post("/tide")
async def provider_of_a_provider_bad(captain, level, levels=Depends(get_marked_tide)):
    levels.append(level)  # error: 4, SIS001, "tide"
    await rest()
    return list(levels)


class Office:
    def __init__(self):
        self.papers = []

    def get_papers(self):
        return self.papers


office = Office()


@harbour.post("/papers")
async def method_as_a_provider_bad(captain, paper, papers: list = Depends(office.get_papers)):
    papers.append(paper)  # error: 4, SIS004, "Office.papers"
    await rest()
    return list(papers)


class Customs:
    def __init__(self):
        self.cargo = None

    def __call__(self):
        return self


customs = Customs()


@harbour.post("/customs")
async def object_that_provides_itself_bad(captain, cargo, officer: Customs = Depends(customs)):
    officer.cargo = cargo  # error: 4, SIS004, "Customs.cargo"
    await rest()
    return officer.cargo


queue = []


@harbour.post("/queue")
async def lambda_as_a_provider_bad(ship, word, waiting=Depends(lambda: queue)):
    waiting.append(ship)  # error: 4, SIS001, "queue"
    await rest()
    return list(waiting)


class Crew:
    def __init__(self):
        self.mate = None


@lru_cache
def get_crew():
    return Crew()


@harbour.post("/crew")
async def object_of_a_cached_provider_bad(mate, word, crew=Depends(get_crew)):
    crew.mate = mate  # error: 4, SIS004, "Crew.mate"
    await rest()
    return crew.mate


notices = []


def get_notices():
    return notices


class Board:
    def __init__(self, pinned: list = Depends(get_notices)):
        self.pinned = pinned

    def pin(self, notice):
        self.pinned.append(notice)  # error: 8, SIS001, "notices"
        return list(self.pinned)


@harbour.post("/board")
async def class_that_is_given_a_list_bad(captain, notice, board: Board = Depends()):
    return board.pin(notice)


class Chart:
    def __init__(self):
        self.marks = []

    def mark(self, place):
        self.marks.append(place)
        return list(self.marks)


@harbour.post("/chart")
async def class_that_makes_its_list_ok(captain, place, chart: Annotated[Chart, Depends()]):
    return chart.mark(place)


def get_baggage():
    return []


@harbour.post("/baggage")
async def list_made_for_each_request_ok(passenger, bag, bags=Depends(get_baggage)):
    bags.append(bag)
    await rest()
    return list(bags)


rules = ["no anchoring"]


def get_rules():
    return list(rules)


@harbour.post("/rules")
async def copy_for_each_request_ok(captain, question, read=Depends(get_rules)):
    read.append(question)
    await rest()
    return read


@harbour.get("/rules")
async def list_that_is_only_read_ok(captain, question, read=Depends(lambda: rules)):
    await rest()
    return question in read


cabins = {}


def get_cabins():
    return cabins


@harbour.post("/cabin")
async def table_with_a_key_ok(passenger, wish, booked: dict = Depends(get_cabins)):
    await rest()
    booked[passenger] = wish
    return booked[passenger]


class Gate:
    def __init__(self):
        self.routes = APIRouter()
        self.routes.add_api_route("/gate", self.pass_by, methods=["POST"])

    async def pass_by(self, driver, guide: Pilot = Depends(lambda: gatekeeper)):
        guide.ship = driver  # error: 8, SIS004, "Pilot.ship"
        await rest()
        return guide.ship


gatekeeper = Pilot()


async def method_with_a_provider_bad(driver):
    return await Gate().pass_by(driver, gatekeeper)
