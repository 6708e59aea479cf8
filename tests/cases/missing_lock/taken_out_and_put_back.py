"""What a call has taken out is its own: to put it back beside what others put in meanwhile loses nothing."""
import asyncio

waiting: dict[str, set[str]] = {}


async def delivered(names):
    await asyncio.sleep(0)
    return bool(names)


async def taken_and_added_again_ok(user_id, message):
    names = waiting.pop(user_id, set())
    if not await delivered(names):
        waiting.setdefault(user_id, set()).update(names)
    return message


boxes: dict[str, str] = {}


async def looked_up_and_put_back_bad(user_id, message):
    letters = boxes.get(user_id, "")
    await delivered(letters)
    boxes[user_id] = letters + message  # error: 4, SIS003, "boxes[user_id]"
    return boxes[user_id]


last_topic = ""


def choose(text, before):
    global last_topic
    topic = before
    if "fund" in text:
        topic = "finance"
    last_topic = topic  # error: 4, SIS003, "last_topic"
    return topic


def chosen(text):
    return choose(text, last_topic)


# not executed: the texts of two sessions do not differ in a fund
async def choice_between_the_old_value_and_a_new_one_bad(user_id, text):
    return await asyncio.to_thread(chosen, text)


level = 0


def use(value):
    global level
    level = value
    return value


def used_again():
    return use(level)


async def value_that_is_put_back_ok(user_id):
    return await asyncio.to_thread(used_again)
