"""A flag that is tested and set without a pause lets one in at a time, like a lock; with a pause between it lets in two."""
import asyncio
from collections import defaultdict


async def complete(messages):
    answer = "You said: " + ", ".join(messages)
    await asyncio.sleep(0)
    return answer


is_busy = False
total = 0


# benign race: the second one is turned away, which is what the flag is for
async def flag_that_turns_others_away_ok(user_id, message):
    global is_busy, total
    if is_busy:
        return "busy"
    is_busy = True
    try:
        total += len(await complete([message]))
    finally:
        is_busy = False
    return "done"


is_taken = False
taken_total = 0


async def flag_that_others_wait_for_ok(user_id, message):
    global is_taken, taken_total
    while is_taken:
        await asyncio.sleep(0)
    is_taken = True
    try:
        taken_total += len(await complete([message]))
    finally:
        is_taken = False
    return "done"


is_open = True


async def flag_set_after_a_pause_bad(user_id, message):
    global is_open
    if not is_open:
        return "busy"
    await asyncio.sleep(0)
    is_open = False  # error: 4, SIS003, "is_open"
    try:
        return await complete([message])
    finally:
        is_open = True


running = set()
histories = defaultdict(list)


# benign race: the second turn of a session is turned away, which is what the set is for
async def entry_that_turns_others_away_ok(session_id, message):
    if session_id in running:
        return "one at a time"
    running.add(session_id)
    try:
        histories[session_id].append(message)
        answer = await complete(histories[session_id])
        histories[session_id].append(answer)
    finally:
        running.discard(session_id)
    return "done"


active = {}
kept = defaultdict(list)


# benign race: the second turn of a session is turned away, which is what the table is for
async def entry_of_a_table_that_turns_others_away_ok(session_id, message):
    if active.get(session_id):
        raise RuntimeError("one at a time")
    active[session_id] = True
    try:
        kept[session_id].append(message)
        answer = await complete(kept[session_id])
        kept[session_id].append(answer)
    finally:
        active[session_id] = False
    return "done"
