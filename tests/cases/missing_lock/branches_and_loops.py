"""Accumulation on both sides of a pause is found along the way that a turn takes, and only there."""
import asyncio
from collections import defaultdict


async def complete(messages):
    answer = "You said: " + ", ".join(messages)
    await asyncio.sleep(0)
    return answer


looped = defaultdict(list)


async def each_part_appended_around_its_await_bad(session_id, message):
    for part in message.split("-"):
        looped[session_id].append(part)  # error: 8, SIS003, "looped"
        await complete([part])
    return message


collected = defaultdict(list)


async def parts_collected_and_stored_together_ok(session_id, message):
    parts = []
    for part in message.split("-"):
        parts.append(await complete([part]))
    collected[session_id].extend(parts)
    return message


finished = defaultdict(list)


async def second_append_in_finally_bad(session_id, message):
    finished[session_id].append(message)
    try:
        return await complete([message])
    finally:
        finished[session_id].append("end")  # error: 8, SIS003, "finished"


closed = defaultdict(list)
closing = defaultdict(asyncio.Lock)


async def second_append_in_finally_under_the_lock_ok(session_id, message):
    async with closing[session_id]:
        closed[session_id].append(message)
        try:
            return await complete([message])
        finally:
            closed[session_id].append("end")


forked = defaultdict(list)


async def one_append_on_either_branch_ok(session_id, message):
    if message.endswith("?"):
        forked[session_id].append(message)
        return await complete([message])
    answer = await complete([message])
    forked[session_id].append(answer)
    return answer


joined = defaultdict(list)


async def second_append_behind_one_branch_bad(session_id, message):
    joined[session_id].append(message)
    if message:
        await complete([message])
    joined[session_id].append("noted")  # error: 4, SIS003, "joined"
    return message


unpaused = defaultdict(list)


async def two_appends_and_no_pause_between_ok(session_id, message):
    answer = await complete([message])
    unpaused[session_id].append(message)
    if answer:
        unpaused[session_id].append(answer)
    return answer


matched = defaultdict(list)


async def second_append_in_a_match_arm_bad(session_id, message):
    matched[session_id].append(message)
    answer = await complete([message])
    match answer:
        case str():
            matched[session_id].append(answer)  # error: 12, SIS003, "matched"
    return answer


arms = defaultdict(list)


async def one_append_in_each_match_arm_ok(session_id, message):
    answer = await complete([message])
    match answer:
        case "":
            arms[session_id].append(message)
        case _:
            arms[session_id].append(answer)
    return answer
