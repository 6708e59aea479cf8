"""A loop with pauses between its steps over a table of another file, whose sessions add to it meanwhile."""
import asyncio

from berths import anchored, anchor, docked, moor, moored
from patrol import hail


async def inspect(ship):
    await asyncio.sleep(0)
    return ship


async def table_of_another_file_walked_bad(user_id, message):
    await moor(user_id, message)
    for ship in moored:  # error: 4, SIS003, "'berths.moored' may be resized while a loop over it awaits"
        await inspect(ship)
    return message


async def copy_of_the_table_walked_ok(user_id, message):
    await anchor(user_id, message)
    for ship in list(anchored):
        await inspect(ship)
    return message


async def table_that_nobody_resizes_walked_ok(user_id, message):
    for ship in docked:
        await inspect(ship)
    return message


# not executed: the loop is wrong, and reported in its own file
async def loop_of_another_file_called_ok(user_id, message):
    await moor(user_id, message)
    await hail(message)
    return message
