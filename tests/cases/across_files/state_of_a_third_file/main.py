"""What another file's functions do to the state of a third file is shown in that file, and not at each call, also
if it depends on what is read here."""
import asyncio

import board
from porter import count_visit, lit, open_door


# missed: the file that changes the figure reports it
async def missed_counted_elsewhere_bad(user_id, message):
    return await count_visit(message)


# missed: the file that changes the figure reports it
async def missed_opened_elsewhere_bad(user_id, message):
    return await open_door(message)


async def written_in_one_step_ok(user_id, message):
    await asyncio.sleep(0)
    lit(0, message)
    return message


# missed: the file that changes the figure reports it
async def missed_read_here_and_written_elsewhere_bad(user_id, message):
    before = board.lamps
    await asyncio.sleep(0)
    lit(before, message)
    return board.lamps
