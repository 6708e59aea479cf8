"""What a call reads again before others had a turn is its own, on whichever other way the place is read as it was."""
import asyncio


async def looked_up(text):
    await asyncio.sleep(0)
    return text.upper()


kept_key = ""
kept = ""


async def entry_compared_by_its_key_ok(user_id, message):
    global kept_key, kept
    if kept_key != message:
        found = await looked_up(message)
        kept = found
        kept_key = message
    return kept


early = ""


async def read_after_a_wait_on_one_way_bad(user_id, message):
    global early
    if early != message:
        early = message  # error: 8, SIS001, "early"
        await looked_up(message)
    return early


shown = ""


async def others_had_a_turn_on_one_way_bad(user_id, message):
    global shown
    shown = message  # error: 4, SIS001, "shown"
    if message:
        await asyncio.sleep(0)
    return shown
