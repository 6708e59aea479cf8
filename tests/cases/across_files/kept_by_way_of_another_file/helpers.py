"""Functions between those who serve and those who keep: what they leave in the third file only the caller may know."""
import asyncio

import shelf
from shelf import porter


def tell(message):
    porter.last = message  # error: 4, SIS004, "shelf.Porter.last"


def told():
    return porter.last


async def put(message):
    shelf.current = message


async def current():
    return shelf.current


async def keep(box, message):
    box["last"] = message
    await asyncio.sleep(0)
    return box["last"]
