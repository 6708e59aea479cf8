"""A helper that writes for a handler is reported where it writes, once, however many handlers call it."""
import asyncio
from collections import defaultdict


async def complete(messages):
    answer = "You said: " + ", ".join(messages)
    await asyncio.sleep(0)
    return answer


history = []


def remember(message):
    history.append(message)  # error: 4, SIS001, "history"


async def one_handler_bad(user_id, message):
    remember(message)
    return await complete(history)


async def another_handler(user_id, message):
    remember(message)
    return await complete(history)


histories = defaultdict(list)


def remember_for(user_id, message):
    histories[user_id].append(message)


async def helper_with_the_key_of_the_user_ok(user_id, message):
    remember_for(user_id, message)
    return await complete(histories[user_id])


handed_over = []


def append_to(messages, message):
    messages.append(message)  # error: 4, SIS001, "handed_over"


async def list_handed_to_a_helper_bad(user_id, message):
    append_to(handed_over, message)
    return await complete(handed_over)


def append_to_local(messages, message):
    messages.append(message)


async def local_list_handed_to_a_helper_ok(user_id, message):
    mine = []
    append_to_local(mine, message)
    return await complete(mine)


deep = []


def outer_helper(message):
    inner_helper(message.strip())


def inner_helper(message):
    deep.append(message)  # error: 4, SIS001, "deep"


async def two_helpers_deep_bad(user_id, message):
    outer_helper(message)
    return await complete(deep)


def outer_pure_helper(message):
    return inner_pure_helper(message.strip())


def inner_pure_helper(message):
    return [message]


async def two_pure_helpers_deep_ok(user_id, message):
    return await complete(outer_pure_helper(message))


awaited = []


async def remember_later(message):
    awaited.append(message)  # error: 4, SIS001, "awaited"


async def awaited_helper_bad(user_id, message):
    await remember_later(message)
    return await complete(awaited)


async def listed(message):
    return [message]


async def awaited_helper_that_returns_ok(user_id, message):
    return await complete(await listed(message))


recursive = []


def remember_parts(parts):
    if parts:
        recursive.append(parts[0])  # error: 8, SIS001, "recursive"
        remember_parts(parts[1:])


async def recursive_helper_bad(user_id, message):
    remember_parts(message.split("-"))
    return await complete(recursive)


def list_parts(parts):
    return [parts[0], *list_parts(parts[1:])] if parts else []


async def recursive_helper_that_returns_ok(user_id, message):
    return await complete(list_parts(message.split("-")))


nested = []


async def nested_function_bad(user_id, message):
    def remember_here():
        nested.append(message)  # error: 8, SIS001, "nested"

    remember_here()
    return await complete(nested)


async def nested_function_over_a_local_ok(user_id, message):
    mine = []

    def remember_here():
        mine.append(message)

    remember_here()
    return await complete(mine)


by_method = []


class Recorder:
    def record(self, message):
        by_method.append(message)  # error: 8, SIS001, "by_method"


async def method_of_an_object_made_here_bad(user_id, message):
    Recorder().record(message)
    return await complete(by_method)


class OwnRecorder:
    def __init__(self):
        self.messages = []

    def record(self, message):
        self.messages.append(message)


async def method_that_records_in_its_object_ok(user_id, message):
    recorder = OwnRecorder()
    recorder.record(message)
    return await complete(recorder.messages)


by_bound_method = []


class Listener:
    def hear(self, message):
        by_bound_method.append(message)  # error: 8, SIS001, "by_bound_method"


async def bound_method_under_a_local_name_bad(user_id, message):
    hear = Listener().hear
    hear(message)
    return await complete(by_bound_method)


class OwnListener:
    def __init__(self):
        self.heard = []

    def hear(self, message):
        self.heard.append(message)


async def bound_method_of_an_own_object_ok(user_id, message):
    listener = OwnListener()
    hear = listener.hear
    hear(message)
    return await complete(listener.heard)


called_back = []


def for_each(action, values):
    for value in values:
        action(value)


def note(value):
    called_back.append(value)  # error: 4, SIS001, "called_back"


async def callback_bad(user_id, message):
    for_each(note, message.split("-"))
    return await complete(called_back)


def each_of(action, values):
    return [action(value) for value in values]


async def callback_that_returns_ok(user_id, message):
    return await complete(each_of(str.upper, message.split("-")))


noted_when_done = []


def note_result(task):
    noted_when_done.append(task.result())  # error: 4, SIS001, "noted_when_done"


async def callback_of_a_task_bad(user_id, message):
    task = asyncio.create_task(complete([message]))
    task.add_done_callback(note_result)
    await task
    await asyncio.sleep(0)
    return list(noted_when_done)


async def task_awaited_for_its_result_ok(user_id, message):
    task = asyncio.create_task(complete([message]))
    return await task


in_lambda = []


async def function_without_a_name_bad(user_id, message):
    add = lambda text: in_lambda.append(text)  # error: 23, SIS001, "in_lambda"
    add(message)
    return await complete(in_lambda)


async def function_without_a_name_over_a_local_ok(user_id, message):
    mine = []
    add = lambda text: mine.append(text)
    add(message)
    return await complete(mine)


streamed = []


async def stream(message):
    for part in message.split("-"):
        streamed.append(part)  # error: 8, SIS001, "streamed"
        yield part
        await asyncio.sleep(0)


async def async_generator_bad(user_id, message):
    async for _ in stream(message):
        pass
    return list(streamed)


async def own_stream(message):
    for part in message.split("-"):
        yield part
        await asyncio.sleep(0)


async def async_generator_over_a_local_ok(user_id, message):
    return [part async for part in own_stream(message)]


split = []


def parts_of(message):
    for part in message.split("-"):
        split.append(part)  # error: 8, SIS001, "split"
        yield part


async def generator_bad(user_id, message):
    for part in parts_of(message):
        await complete([part])
    return list(split)


def own_parts_of(message):
    yield from message.split("-")


async def generator_over_a_local_ok(user_id, message):
    return [await complete([part]) for part in own_parts_of(message)]
