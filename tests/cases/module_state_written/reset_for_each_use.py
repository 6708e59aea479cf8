"""An object of an unknown class that a function resets, feeds and asks again holds one session's use: others that come
between feed the same object."""
import asyncio

from courier import Bag, begin_bag

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


made_elsewhere = begin_bag("small")


async def made_by_a_function_of_a_library_bad(user_id, message):
    made_elsewhere.reset()
    made_elsewhere.put(message)  # error: 4, SIS001, "made_elsewhere"
    await asyncio.sleep(0)
    return made_elsewhere.packed()


chosen_later = None


def main():
    global chosen_later
    kind = begin_bag
    chosen_later = kind("large")


async def made_as_the_program_starts_bad(user_id, message):
    if chosen_later is None:
        main()
    chosen_later.reset()
    chosen_later.put(message)  # error: 4, SIS001, "chosen_later"
    await asyncio.sleep(0)
    return chosen_later.packed()


if_any = begin_bag("if any")


async def reset_and_fed_if_there_is_one_bad(user_id, message):
    if if_any:
        if_any.reset()
    for word in message.split():
        if if_any:
            if_any.put(word)  # error: 12, SIS001, "if_any"
        await asyncio.sleep(0)
    return if_any.packed()


full = begin_bag("full")


async def reset_on_another_condition_ok(user_id, message):
    if message == "start again":
        full.reset()
    full.put("bread")
    await asyncio.sleep(0)
    return message


full = Bag()


async def asks_an_attribute_before_it_feeds_bad(user_id, message):
    full.reset()
    for word in message.split():
        if full.packed is not None:
            full.put(word)  # error: 12, SIS001, "full"
        await asyncio.sleep(0)
    return full.packed()
