"""A lock is held at both ends but not all the way between them, or each turn holds another one."""
import asyncio
from collections import defaultdict


async def price(item):
    await asyncio.sleep(0)
    return len(item)


total = 0
lock = asyncio.Lock()


async def released_while_the_old_value_is_kept_bad(user_id, item):
    global total
    async with lock:
        before = total
    amount = await price(item)
    async with lock:
        total = before + amount  # error: 8, SIS008, "total"
    return item


total_read_again = 0


async def read_again_when_locked_again_ok(user_id, item):
    global total_read_again
    amount = await price(item)
    async with lock:
        before = total_read_again
        total_read_again = before + amount
    return item


total_held = 0


async def held_all_the_way_ok(user_id, item):
    global total_held
    async with lock:
        before = total_held
        amount = await price(item)
        total_held = before + amount
    return item


balances = defaultdict(int)
locks = defaultdict(asyncio.Lock)


async def lock_of_another_key_bad(user_id, item):
    async with locks[item]:
        balances[user_id] += await price(item)  # error: 8, SIS008, "balances"
    return item


balances_held = defaultdict(int)


async def lock_of_the_same_key_ok(user_id, item):
    async with locks[user_id]:
        balances_held[user_id] += await price(item)
    return item


released_early = 0
early = asyncio.Lock()


async def released_by_hand_before_the_write_bad(user_id, item):
    global released_early
    await early.acquire()
    try:
        before = released_early
    finally:
        early.release()
    amount = await price(item)
    released_early = before + amount  # error: 4, SIS008, "released_early"
    return item


released_late = 0


async def released_by_hand_after_the_write_ok(user_id, item):
    global released_late
    await early.acquire()
    try:
        before = released_late
        amount = await price(item)
        released_late = before + amount
    finally:
        early.release()
    return item


half_guarded = defaultdict(list)


async def second_append_after_the_lock_bad(session_id, message):
    async with locks[session_id]:
        half_guarded[session_id].append(message)
    answer = await price(message)
    half_guarded[session_id].append(answer)  # error: 4, SIS008, "half_guarded"
    return answer


held_over_both = defaultdict(list)


async def second_append_in_the_same_stay_ok(session_id, message):
    async with locks[session_id]:
        held_over_both[session_id].append(message)
        answer = await price(message)
        held_over_both[session_id].append(answer)
    return answer


waited = 0
condition = asyncio.Condition()


# not executed: nobody wakes the last one that waits
async def old_value_kept_while_the_condition_is_waited_for_bad(user_id, item):
    global waited
    async with condition:
        before = waited
        await condition.wait()
        waited = before + 1  # error: 8, SIS008, "'condition' is acquired after 'waited' was checked"
    return item


waited_first = 0


async def old_value_taken_after_waiting_ok(user_id, item):
    global waited_first
    async with condition:
        await condition.wait_for(lambda: True)
        before = waited_first
        waited_first = before + await price(item)
    return item
