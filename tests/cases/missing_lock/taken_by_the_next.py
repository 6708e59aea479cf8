"""Who waits is entered in a variable, and the next one takes him out: for a moment two could take the same."""
import asyncio


async def rest():
    await asyncio.sleep(0)


waiting = None


async def partner_taken_out_after_a_pause_bad(user_id):
    global waiting
    if waiting is None:
        waiting = user_id
        return None
    partner = waiting
    await rest()
    waiting = None  # error: 4, SIS003, "'waiting'"
    return partner


lonely = None


# shared on purpose: who comes next is to meet who waits
async def partner_taken_out_at_once_ok(user_id):
    global lonely
    if lonely is None:
        lonely = user_id
        return None
    partner, lonely = lonely, None
    await rest()
    return partner


owner = None


# benign race: who comes meanwhile is told so
async def owner_let_go_after_a_pause_ok(user_id):
    global owner
    if owner is not None:
        return "busy"
    owner = user_id
    try:
        await rest()
    finally:
        owner = None
    return "done"
