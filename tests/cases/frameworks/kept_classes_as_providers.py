"""FastAPI calls a class that a parameter depends on for each request; one that keeps its instance gives that to all."""
import asyncio
from typing import Annotated

from fastapi import Depends, FastAPI

app = FastAPI()


class Desk:
    kept = None

    def __new__(cls):
        if cls.kept is None:
            cls.kept = super().__new__(cls)
        return cls.kept

    def take(self, text):
        self.text = text  # error: 8, SIS004, "Desk.text"


# not executed: it needs the library
@app.post("/desk")
async def class_that_keeps_its_instance_bad(text: str, desk: Desk = Depends(Desk)):
    desk.take(text)
    await asyncio.sleep(0)
    return desk.text


class Shelf:
    kept = None

    def __new__(cls):
        if cls.kept is None:
            cls.kept = super().__new__(cls)
        return cls.kept

    def take(self, text):
        self.text = text  # error: 8, SIS004, "Shelf.text"


# not executed: it needs the library
@app.post("/shelf")
async def class_of_the_annotation_bad(text: str, shelf: Annotated[Shelf, Depends()]):
    shelf.take(text)
    await asyncio.sleep(0)
    return shelf.text


class Counted:
    made = 0

    def __new__(cls):
        cls.made += 1
        return super().__new__(cls)

    def take(self, text):
        self.text = text


# not executed: it needs the library
@app.post("/counted")
async def class_that_makes_a_new_one_ok(text: str, counted: Annotated[Counted, Depends()]):
    counted.take(text)
    await asyncio.sleep(0)
    return counted.text


class Prices:
    kept = None

    def __new__(cls):
        if cls.kept is None:
            cls.kept = super().__new__(cls)
            cls.kept.known = {}
        return cls.kept


# not executed: it needs the library
@app.post("/prices")
async def memo_of_a_kept_object_ok(text: str, prices: Prices = Depends(Prices)):
    if text not in prices.known:
        prices.known[text] = await asyncio.sleep(0, len(text))
    return prices.known[text]
