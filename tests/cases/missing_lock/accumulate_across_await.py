"""A conversation is kept under its own key, and grows before and after a pause: two turns of one session interleave."""
import asyncio
from collections import defaultdict, deque


async def complete(messages):
    answer = "You said: " + ", ".join(messages)
    await asyncio.sleep(0)
    return answer


histories = defaultdict(list)


async def appended_before_and_after_bad(session_id, message):
    histories[session_id].append(message)
    answer = await complete(histories[session_id])
    histories[session_id].append(answer)  # error: 4, SIS003, "histories"
    return answer


locked_histories = defaultdict(list)
locks = defaultdict(asyncio.Lock)


async def appended_under_the_lock_of_the_session_ok(session_id, message):
    async with locks[session_id]:
        locked_histories[session_id].append(message)
        answer = await complete(locked_histories[session_id])
        locked_histories[session_id].append(answer)
    return answer


late_histories = defaultdict(list)


async def appended_after_the_await_alone_ok(session_id, message):
    answer = await complete([message])
    late_histories[session_id].append(message)
    late_histories[session_id].append(answer)
    return answer


early_histories = defaultdict(list)


async def appended_once_before_the_await_ok(session_id, message):
    early_histories[session_id].append(message)
    return await complete(early_histories[session_id])


aliased_histories = defaultdict(list)


async def appended_through_a_local_name_bad(session_id, message):
    mine = aliased_histories[session_id]
    mine.append(message)
    answer = await complete(mine)
    mine.append(answer)  # error: 4, SIS003, "aliased_histories"
    return answer


copied_histories = defaultdict(list)


async def appended_to_a_copy_ok(session_id, message):
    mine = list(copied_histories[session_id])
    mine.append(message)
    answer = await complete(mine)
    mine.append(answer)
    return answer


folders = {}


async def list_nested_below_the_key_bad(session_id, message):
    session = folders.setdefault(session_id, {"messages": []})
    session["messages"].append(message)
    answer = await complete(session["messages"])
    session["messages"].append(answer)  # error: 4, SIS003, "folders"
    return answer


locked_folders = {}


async def list_nested_below_the_key_under_lock_ok(session_id, message):
    async with locks[session_id]:
        session = locked_folders.setdefault(session_id, {"messages": []})
        session["messages"].append(message)
        answer = await complete(session["messages"])
        session["messages"].append(answer)
    return answer


made_histories = {}


async def list_made_by_setdefault_bad(session_id, message):
    made_histories.setdefault(session_id, []).append(message)
    answer = await complete(made_histories[session_id])
    made_histories[session_id].append(answer)  # error: 4, SIS003, "made_histories"
    return answer


whole_turns = {}


async def whole_turn_in_one_step_ok(session_id, message):
    answer = await complete([message])
    whole_turns.setdefault(session_id, []).extend([message, answer])
    return answer


recent_messages = defaultdict(deque)


async def deque_extended_twice_bad(session_id, message):
    recent_messages[session_id].extend([message])
    answer = await complete(recent_messages[session_id])
    recent_messages[session_id].extend([answer])  # error: 4, SIS003, "recent_messages"
    return answer


recent_answers = defaultdict(deque)


async def deque_extended_at_the_end_ok(session_id, message):
    answer = await complete([message])
    recent_answers[session_id].extend([message, answer])
    return answer


transcripts = defaultdict(str)


async def text_added_to_twice_bad(session_id, message):
    transcripts[session_id] += message
    answer = await complete([transcripts[session_id]])
    transcripts[session_id] += answer  # error: 4, SIS003, "transcripts"
    return answer


protocols = defaultdict(str)


async def text_added_to_once_ok(session_id, message):
    answer = await complete([message])
    protocols[session_id] += message + answer
    return answer


both_guarded = defaultdict(list)
turns = defaultdict(asyncio.Lock)


async def second_append_inside_the_lock_ok(session_id, message):
    async with turns[session_id]:
        both_guarded[session_id].append(message)
        answer = await complete(both_guarded[session_id])
        both_guarded[session_id].append(answer)
    return answer
