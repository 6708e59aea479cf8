"""Changes the figures of another file, and serves sessions itself: all that is wrong is to be seen here."""
import asyncio

import board


async def count_visit(name):
    before = board.visits
    await asyncio.sleep(0)
    board.visits = before + len(name)  # error: 4, SIS003, "board.visits"
    return board.visits


async def open_door(name):
    before = board.doors
    await asyncio.sleep(0)
    opened(before, name)
    return board.doors


def opened(before, name):
    board.doors = before + len(name)  # error: 4, SIS003, "board.doors"


def lit(before, name):
    board.lamps = before + len(name)  # error: 4, SIS003, "board.lamps"
