"""A loop goes on over the container that it has begun with, when a task puts a new one in its place and fills that."""
import asyncio


async def fetch(item):
    await asyncio.sleep(0)
    return item


def present():
    return ["one", "two"]


async def found():
    for each in ("one", "two"):
        await asyncio.sleep(0)
        yield each


class Catalogue:
    def __init__(self):
        self.items = {"old": "old"}

    def load(self):
        self.items = {}
        for each in present():
            self.items[each] = each


catalogue = Catalogue()


async def new_dict_is_filled_in_one_step_ok(names):
    catalogue.load()
    for each in catalogue.items.values():
        await fetch(each)
    return names


class Emptied:
    def __init__(self):
        self.items = {"old": "old"}

    def load(self, names):
        self.items.clear()
        for each in names:
            self.items[each] = each


emptied = Emptied()


# not executed: a loop notices a new size, and both sessions give as many names
async def same_dict_is_filled_again_bad(names):
    emptied.load(names)
    for each in emptied.items.values():  # error: 4, SIS003, "loop over a copy"
        await fetch(each)
    return names


class Slow:
    def __init__(self):
        self.items = {"old": "old"}

    async def load(self):
        self.items = {}
        async for each in found():
            self.items[each] = each


slow = Slow()


async def new_dict_is_filled_while_others_run_bad(names):
    await slow.load()
    for each in slow.items.values():  # error: 4, SIS003, "loop over a copy"
        await fetch(each)
    return names
