"""A variable is a method of an object of another file; calling it changes that object, where the method stands."""
import asyncio

from cloakroom import cloakroom
from counter import top
from fastapi import FastAPI

theatre = FastAPI()
leave = cloakroom.leave
fetch = cloakroom.fetch
hang = cloakroom.hang


# missed: the file of the method asks who calls it, and shows it
@theatre.post("/coat")
async def missed_method_of_an_imported_object_bad(guest, coat):
    leave(coat)
    await asyncio.sleep(0)
    return fetch()


# missed: the file of the method asks who calls it, and shows it
@theatre.post("/hat")
async def missed_method_bound_in_a_third_file_bad(guest, hat):
    top(hat)
    await asyncio.sleep(0)
    return cloakroom.hat


@theatre.post("/coats")
async def method_that_keeps_guests_apart_ok(guest, coat):
    hang(guest, coat)
    await asyncio.sleep(0)
    return coat
