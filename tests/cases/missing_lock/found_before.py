"""Code that goes on only if something is there, and adds to it after a pause, does not rely on the test."""
import asyncio

USERS = ("alice", "robert")
rooms = {name: [] for name in USERS}
desks = {name: [] for name in USERS}
halls = {name: [] for name in USERS}
boards = {name: {"count": 0} for name in USERS}
tables = {name: [] for name in USERS}
piles = {}
counts = {}
credits = {}
shelves = {}


async def checked(text):
    await asyncio.sleep(0)
    return text


async def added_to_what_was_looked_up_ok(session_id, text):
    room = rooms.get(session_id)
    if room is None:
        raise KeyError(session_id)
    room.append(await checked(text))
    return text


async def added_to_an_entry_that_is_there_ok(session_id, text):
    if session_id not in desks:
        return None
    await checked(text)
    desks[session_id].append(text)
    return text


async def added_inside_the_branch_ok(session_id, text):
    if session_id in halls and text:
        await checked(text)
        halls[session_id].append(text)
    return text


async def part_of_what_was_found_ok(session_id, text):
    board = boards.get(session_id)
    if not board:
        raise KeyError(session_id)
    await checked(text)
    board["count"] += 1
    return text


async def asserted_to_be_there_ok(session_id, text):
    assert session_id in tables
    await checked(text)
    tables[session_id].append(text)
    return text


async def added_where_there_is_nothing_bad(session_id, text):
    pile = piles.setdefault(session_id, [])
    if not pile:
        await checked(text)
        pile.append("the first")  # error: 8, SIS003, "piles"
    return list(pile)


async def added_up_to_a_size_bad(session_id, text):
    count = counts.setdefault(session_id, [])
    if len(count) > 0:
        return "no more"
    await checked(text)
    count.append(text)  # error: 4, SIS003, "counts"
    return len(count)


async def taken_while_some_are_left_bad(session_id, text):
    credits.setdefault(session_id, {"left": 1})
    if credits[session_id]["left"]:
        await checked(text)
        credits[session_id]["left"] -= 1  # error: 8, SIS003, "left"
    return credits[session_id]["left"]


async def removed_after_it_was_found_bad(session_id, text):
    shelves.setdefault(session_id, [text])
    if session_id in shelves:
        await checked(text)
        del shelves[session_id]  # error: 12, SIS003, "shelves"
    return text
