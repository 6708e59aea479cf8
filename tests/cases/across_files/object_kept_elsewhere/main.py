"""The one object is kept here, or in a file between; what a method keeps on it is told where the method stands."""
import asyncio

from functools import lru_cache

from fastapi import Depends, FastAPI
from house import House
from museum import Hall
from tours import Desk, Diary, Tour, Visits

app = FastAPI()
tour = Tour()
visits = Visits()
house = House()
hall = Hall()
tours = {}


@lru_cache
def get_desk():
    return Desk()


# missed: the file of the class shows it, and this one need not
@app.post("/note")
async def missed_object_of_this_file_bad(guest, remark):
    tour.note(remark)
    await asyncio.sleep(0)
    return tour.read()


# missed: the file of the class shows it, and this one need not
@app.post("/lead")
async def missed_part_of_an_object_of_this_file_bad(guest):
    return await house.welcome(guest)


# missed: the file of the class shows it, and this one need not
@app.post("/hang")
async def missed_object_of_a_class_that_a_package_hands_on_bad(guest, picture):
    hall.hang(picture)
    await asyncio.sleep(0)
    return hall.shown()


# missed: the file of the class shows it, and this one need not
@app.post("/admit")
async def missed_object_that_a_cached_function_gives_bad(group, desk: Desk = Depends(get_desk)):
    desk.admit(group)
    await asyncio.sleep(0)
    return desk.admitted()


@app.post("/visit")
async def count_and_entries_of_each_guest_ok(guest, room):
    visits.add(guest, room)
    return visits.of(guest)


@app.post("/alone")
async def object_of_the_call_ok(guest, remark):
    own = Diary()
    own.note(remark)
    await asyncio.sleep(0)
    return own.read()


@app.post("/guest")
async def object_of_each_guest_ok(guest, remark):
    if guest not in tours:
        tours[guest] = Diary()
    tours[guest].note(remark)
    return tours[guest].read()
