"""What the program has put in at its start may be worked off twice; what sessions put in meanwhile would be lost."""
import asyncio

to_register = []
order = {}


def register(name, at):
    to_register.append((name, at))


register("standard", 1)


def known_order():
    if to_register:
        for name, at in to_register:
            order[name] = at
        to_register.clear()
    return order


async def what_the_program_put_in_ok(user_id):
    known = await asyncio.to_thread(known_order)
    return f"{user_id} {known.get('standard')}"


waiting = []
done = {}


def wait_for(name):
    waiting.append(name)


def work_off():
    if waiting:
        for name in waiting:
            done[name] = True
        waiting.clear()  # error: 8, SIS003, "waiting"
    return done


async def what_sessions_put_in_bad(user_id):
    await asyncio.to_thread(wait_for, user_id)
    known = await asyncio.to_thread(work_off)
    return known.get(user_id)
