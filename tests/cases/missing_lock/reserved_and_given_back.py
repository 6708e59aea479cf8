"""A place that is reserved before a wait and given back where the wait fails: the second write undoes the first."""
import asyncio


async def pay(user_id):
    await asyncio.sleep(0)
    return user_id


left = 2


async def reserved_and_given_back_ok(user_id):
    global left
    if left <= 0:
        return "sold out"
    try:
        left -= 1
        await pay(user_id)
    except ValueError:
        left += 1
        return "failed"
    return user_id


places = 2


async def reserved_after_the_wait_bad(user_id):
    global places
    if places <= 1:
        return "sold out"
    try:
        await pay(user_id)
    except ValueError:
        return "failed"
    places -= 1  # error: 4, SIS003, "places"
    return places
