"""An object of an unknown class that a function resets, feeds and asks again holds one session's use: others that come
between feed the same object."""
import asyncio

from courier import Bag

packed = Bag()


async def fed_across_pauses_bad(user_id, message):
    packed.reset()
    for word in message.split():
        packed.put(word)  # error: 8, SIS001, "packed"
        await asyncio.sleep(0)
    return packed.packed()


waited = Bag()


async def asked_after_a_pause_bad(user_id, message):
    waited.reset()
    waited.put(message)  # error: 4, SIS001, "waited"
    await asyncio.sleep(0)
    return waited.packed()


at_once = Bag()


async def fed_and_asked_at_once_ok(user_id, message):
    at_once.reset()
    for word in message.split():
        at_once.put(word)
    answer = at_once.packed()
    await asyncio.sleep(0)
    return answer


async def made_in_the_call_ok(user_id, message):
    own = Bag()
    own.reset()
    own.put(message)
    await asyncio.sleep(0)
    return own.packed()


same = Bag()


async def fed_with_the_same_for_all_ok(user_id, message):
    same.reset()
    same.put("bread")
    await asyncio.sleep(0)
    return message


broken = Bag()


async def reset_after_a_failure_ok(user_id, message):
    try:
        broken.put(message)
        await asyncio.sleep(0)
    except ValueError:
        broken.reset()
    return message
