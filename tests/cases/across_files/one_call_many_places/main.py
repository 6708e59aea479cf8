"""One call leaves a user's data at several places of another file: one mistake, told once, where it is written."""
import asyncio

from keeper import Keeper

keeper = Keeper()


# missed: the file of the class shows it, and this one need not
async def missed_kept_by_another_file_bad(name, text):
    keeper.keep(name, text)
    await asyncio.sleep(0)
    return keeper.told()


async def kept_by_an_own_object_ok(name, text):
    own = Keeper()
    own.keep(name, text)
    await asyncio.sleep(0)
    return own.told()
