"""A counter that is stepped in one piece names things; a second name is drawn only after a look at the first one's
reply."""
import asyncio

drawn = 0


def next_name(prefix):
    global drawn
    drawn += 1  # error: 4, SIS003, "drawn"
    return f"{prefix} {drawn}"


async def prepared(name, query):
    await asyncio.sleep(0)
    return name.startswith("statement")


# false alarm: the number only names what is prepared, and the reply that decides has not been computed from it
# not executed: names count the statements of all sessions, and tell them in which order they came
async def false_alarm_named_by_numbers_ok(user_id, query):
    is_missing = await prepared(next_name("statement"), query)
    if is_missing:
        await prepared(next_name("portal"), query)
    return query


seats = 3


def take_seat():
    global seats
    seats -= 1  # error: 4, SIS003, "seats"
    return seats


async def one_more_by_an_old_count_bad(user_id, query):
    left = take_seat()
    await asyncio.sleep(0)
    if left > 0:
        take_seat()
    return query + str(seats)
