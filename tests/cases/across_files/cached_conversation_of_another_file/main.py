"""A conversation that another file makes or caches remembers all sessions of this file, which imports no library."""
import asyncio

from chains import chain, get_chain, make_chain


async def chain_of_another_file_bad(user_id, message):
    await asyncio.sleep(0)
    return await chain.apredict(input=message)  # error: 17, SIS009, "chain"


async def chain_that_another_file_caches_bad(user_id, message):
    await asyncio.sleep(0)
    return await get_chain().apredict(input=message)  # error: 17, SIS009, "get_chain"


async def chain_that_another_file_makes_ok(user_id, message):
    await asyncio.sleep(0)
    return await make_chain().apredict(input=message)
