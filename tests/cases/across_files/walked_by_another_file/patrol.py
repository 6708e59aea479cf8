"""A background task that walks over the table of another file: no function of this one changes it."""
import asyncio

import berths
from berths import anchored, moored


async def look(ship):
    await asyncio.sleep(0)


async def patrol():
    while True:
        await asyncio.sleep(1)
        for ship, _ in moored.items():  # error: 8, SIS003, "berths.moored"
            await look(ship)
        for ship in dict(anchored):
            await look(ship)
        for ship in berths.docked:
            await look(ship)
        for ship in berths.moored:
            await look(ship)


def begin():
    return asyncio.create_task(patrol())


async def hail(message):
    for ship in moored:  # error: 4, SIS003, "berths.moored"
        await look(message)
