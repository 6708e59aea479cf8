"""What looked like a stale write to other linters: own objects, fresh reads, values that ask nothing of the old one."""
import asyncio
from types import SimpleNamespace


async def fetch(key):
    await asyncio.sleep(0)
    return f"value of {key}"


async def property_of_an_argument_ok(user_id, message):
    context = SimpleNamespace(body="")
    await fill(context, message)
    return f"{user_id}: {context.body}"


async def fill(context, message):
    if not context.body:
        context.body = await fetch(message)


async def local_list_around_an_await_ok(user_id, message):
    messages = [message]
    messages.append(await fetch(message))
    messages.append(user_id)
    return messages


async def local_sum_around_an_await_ok(user_id, message):
    length = 0
    for part in message.split("-"):
        length += len(await fetch(part))
    return length


async def local_of_an_enclosing_call_ok(user_id, message):
    count = 0

    async def add(part):
        nonlocal count
        await fetch(part)
        count += 1

    for part in message.split("-"):
        await add(part)
    return count


class Answer:
    def __init__(self, text):
        self.text = text

    async def lengthen(self, more):
        self.text = self.text + await fetch(more)


async def object_made_in_this_call_ok(user_id, message):
    answer = Answer(user_id)
    await answer.lengthen(message)
    return answer.text


async def attribute_of_an_object_made_here_ok(user_id, message):
    answer = Answer(user_id)
    old = answer.text
    answer.text = old + await fetch(message)
    return answer.text


states = {}


async def value_that_asks_nothing_of_the_old_ok(user_id):
    states[user_id] = "waiting"
    await fetch(user_id)
    states[user_id] = "done"
    return user_id


unused = {}


async def old_value_read_but_not_used_ok(user_id):
    before = unused.get(user_id)
    answer = await fetch(user_id)
    unused[user_id] = answer
    return answer


counts = {}


async def extra_read_that_cures_nothing_bad(user_id):
    before = counts.get(user_id, 0)
    await fetch(user_id)
    counts.get(user_id, 0)
    counts[user_id] = before + 1  # error: 4, SIS003, "counts"
    return user_id


fresh_counts = {}


async def old_value_taken_behind_the_pause_ok(user_id):
    await fetch(user_id)
    before = fresh_counts.get(user_id, 0)
    fresh_counts[user_id] = before + 1
    return user_id


retries = {}


async def loop_that_reads_anew_each_time_round_ok(user_id, message):
    for part in message.split("-"):
        await fetch(part)
        retries[user_id] = retries.get(user_id, 0) + 1
    return message


laps = {}


async def loop_that_reads_before_its_await_bad(user_id, message):
    for part in message.split("-"):
        lap = laps.get(user_id, 0)
        await fetch(part)
        laps[user_id] = lap + 1  # error: 8, SIS003, "laps"
    return message
