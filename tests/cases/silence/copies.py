"""What is made from a shared object by copying may be changed at will."""
import asyncio
import copy
from collections import ChainMap, deque

SYSTEM = ["Be polite."]
OPTIONS = {"language": "en", "tags": ["new"]}
RECENT = deque(["Be brief."])


async def complete(messages):
    answer = "You said: " + ", ".join(messages)
    await asyncio.sleep(0)
    return answer


async def list_of_it_ok(user_id, message):
    messages = list(SYSTEM)
    messages.append(message)
    return await complete(messages)


async def method_copy_ok(user_id, message):
    messages = SYSTEM.copy()
    messages.append(message)
    return await complete(messages)


async def slice_of_it_ok(user_id, message):
    messages = SYSTEM[:]
    messages.append(message)
    return await complete(messages)


async def sum_with_it_ok(user_id, message):
    messages = SYSTEM + [message]
    messages.append("end")
    return await complete(messages)


async def unpacked_ok(user_id, message):
    messages = [*SYSTEM, message]
    messages.append("end")
    return await complete(messages)


async def sorted_ok(user_id, message):
    messages = sorted(SYSTEM)
    messages.append(message)
    return await complete(messages)


async def comprehension_ok(user_id, message):
    messages = [line for line in SYSTEM]
    messages.append(message)
    return await complete(messages)


async def product_ok(user_id, message):
    messages = SYSTEM * 2
    messages.append(message)
    return await complete(messages)


async def copied_by_the_module_copy_ok(user_id, message):
    messages = copy.copy(SYSTEM)
    messages.append(message)
    return await complete(messages)


async def deep_copy_ok(user_id, message):
    options = copy.deepcopy(OPTIONS)
    options["tags"].append(message)
    return await complete(options["tags"])


async def dictionary_of_it_ok(user_id, message):
    options = dict(OPTIONS)
    options["language"] = message
    await asyncio.sleep(0)
    return options["language"]


async def dictionary_unpacked_ok(user_id, message):
    options = {**OPTIONS}
    options.update(language=message)
    await asyncio.sleep(0)
    return options["language"]


async def dictionary_united_ok(user_id, message):
    options = OPTIONS | {"user": user_id}
    options["language"] = message
    await asyncio.sleep(0)
    return options["language"]


async def chain_over_it_ok(user_id, message):
    options = ChainMap({}, OPTIONS)
    options["language"] = message
    await asyncio.sleep(0)
    return options["language"]


async def deque_of_it_ok(user_id, message):
    messages = deque(RECENT, maxlen=5)
    messages.append(message)
    return await complete(messages)


async def text_of_it_ok(user_id, message):
    text = ", ".join(SYSTEM)
    text += message
    return await complete([text])
