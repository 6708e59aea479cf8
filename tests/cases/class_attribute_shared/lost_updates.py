"""A number in a class attribute that is computed from its value before an await needs a lock, and no copies."""
import asyncio

from fastapi import FastAPI

app = FastAPI()


def number_in(text):
    return sum(map(ord, text))


async def settle(amount):
    await asyncio.sleep(0)
    return amount


class Shelf:
    left = {"apples": 100}

    async def take(self, amount):
        before = Shelf.left["apples"]
        await settle(amount)
        Shelf.left["apples"] = before - number_in(amount)  # error: 8, SIS002, "hold one lock over both"
        return before


@app.post("/apples")
async def stock_in_a_class_attribute_bad(amount):
    return await Shelf().take(amount)


class LockedShelf:
    left = {"apples": 100}
    lock = asyncio.Lock()

    async def take(self, amount):
        async with LockedShelf.lock:
            before = LockedShelf.left["apples"]
            await settle(amount)
            LockedShelf.left["apples"] = before - number_in(amount)


@app.post("/locked-apples")
async def stock_under_the_lock_of_its_class_ok(amount):
    await LockedShelf().take(amount)
    return amount
