"""A setting that keeps its value or gets its default is the same whoever completes it; a number is not."""
import asyncio
from json import JSONDecoder


class Index:
    def __init__(self):
        self.settings = {"sparse": {}}

    def complete(self):
        sparse = self.settings.get("sparse", {})
        sparse["path"] = sparse.get("path", "standard")
        return sparse["path"]


index = Index()


async def default_is_filled_in_by_threads_ok(user_id):
    return f"{user_id} {await asyncio.to_thread(index.complete)}"


places = {}


def place_for(user_id):
    places["desk"] = places.get("desk", "window")
    return f"{user_id} at the {places['desk']}"


async def default_of_a_module_is_filled_in_ok(user_id):
    return await asyncio.to_thread(place_for, user_id)


visits = {}


def count_visit():
    visits["all"] = visits.get("all", 0) + 1  # error: 4, SIS003, "visits"
    return visits["all"]


async def number_is_computed_from_the_default_bad(user_id):
    return await asyncio.to_thread(count_visit)


counted = []


def load_counted():
    if not counted:
        counted.append(JSONDecoder)  # error: 8, SIS003, "counted"
    return len(counted)


async def number_of_boxes_bad(text):
    return await asyncio.to_thread(load_counted)
