"""Test, pause, write and lock may stand in different functions: what counts is the way that a turn takes through them."""
import asyncio
from collections import defaultdict


async def complete(messages):
    answer = "You said: " + ", ".join(messages)
    await asyncio.sleep(0)
    return answer


histories = defaultdict(list)


def remember(session_id, text):
    histories[session_id].append(text)  # error: 4, SIS003, "histories"


async def both_appends_in_a_helper_bad(session_id, message):
    remember(session_id, message)
    answer = await complete([message])
    remember(session_id, answer)
    return answer


locked_histories = defaultdict(list)
locks = defaultdict(asyncio.Lock)


def remember_under_the_callers_lock(session_id, text):
    locked_histories[session_id].append(text)


async def lock_in_the_caller_of_the_helper_ok(session_id, message):
    async with locks[session_id]:
        remember_under_the_callers_lock(session_id, message)
        answer = await complete([message])
        remember_under_the_callers_lock(session_id, answer)
    return answer


late_histories = defaultdict(list)


def remember_both(session_id, message, answer):
    late_histories[session_id].append(message)
    late_histories[session_id].append(answer)


async def both_appends_in_one_call_ok(session_id, message):
    answer = await complete([message])
    remember_both(session_id, message, answer)
    return answer


seats = 1


def has_seat():
    return seats > 0


async def asked_of_a_helper_bad(user_id):
    global seats
    if has_seat():
        await complete([user_id])
        seats -= 1  # error: 8, SIS003, "seats"
        return "a seat"
    return "sold out"


prompt_seats = 1


def has_prompt_seat():
    return prompt_seats > 0


async def asked_of_a_helper_acted_on_at_once_ok(user_id):
    global prompt_seats
    if has_prompt_seat():
        prompt_seats -= 1
        await complete([user_id])
        return "a seat"
    return "sold out"


total = 0


def total_so_far():
    return total


async def old_value_from_a_helper_bad(user_id, message):
    global total
    before = total_so_far()
    answer = await complete([message])
    total = before + len(answer)  # error: 4, SIS003, "total"
    return answer


late_total = 0


def late_total_so_far():
    return late_total


async def old_value_from_a_helper_behind_the_pause_ok(user_id, message):
    global late_total
    answer = await complete([message])
    late_total = late_total_so_far() + len(answer)
    return answer


steps = 0


async def one_more(number):
    return number + 1


async def awaited_helper_that_never_pauses_ok(user_id):
    global steps
    steps = await one_more(steps)
    return user_id


strides = 0


async def one_more_later(number):
    await asyncio.sleep(0)
    return number + 1


async def awaited_helper_that_pauses_bad(user_id):
    global strides
    strides = await one_more_later(strides)  # error: 4, SIS003, "strides"
    return user_id


counts = defaultdict(int)
count_locks = defaultdict(asyncio.Lock)


async def raise_count(user_id, message):
    before = counts[user_id]
    answer = await complete([message])
    counts[user_id] = before + len(answer)


async def lock_in_the_caller_of_a_coroutine_ok(user_id, message):
    async with count_locks[user_id]:
        await raise_count(user_id, message)
    return message


def create_app():
    visits = 0
    sums = 0

    async def count_visit():
        nonlocal visits
        before = visits
        await asyncio.sleep(0)
        visits = before + 1  # error: 8, SIS003, "visits"

    async def add(message):
        nonlocal sums
        answer = await complete([message])
        sums = sums + len(answer)

    return count_visit, add


count_visit, add = create_app()


async def variable_of_the_application_factory_bad(user_id):
    await count_visit()
    return user_id


async def variable_of_the_factory_changed_in_one_step_ok(user_id, message):
    await add(message)
    return message


queues = defaultdict(list)


async def appended_by_a_task_that_is_awaited_bad(session_id, message):
    async def ask():
        queues[session_id].append(message)
        answer = await complete([message])
        queues[session_id].append(answer)  # error: 8, SIS003, "queues"
        return answer

    return await asyncio.create_task(ask())


locked_queues = defaultdict(list)


async def appended_by_a_task_under_lock_ok(session_id, message):
    async def ask():
        async with locks[session_id]:
            locked_queues[session_id].append(message)
            answer = await complete([message])
            locked_queues[session_id].append(answer)
            return answer

    return await asyncio.create_task(ask())
