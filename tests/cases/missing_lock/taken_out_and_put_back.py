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


class Outbox:
    def __init__(self):
        self.held = []
        self.is_open = False

    async def put(self, letter):
        if self.is_open:
            await delivered(letter)
        else:
            self.held.append(letter)

    async def flush(self):
        letters = list(self.held)
        self.held.clear()
        for each in letters:
            await self.put(each)
        return len(letters)


outbox = Outbox()


# benign: which letters a call sends again does not matter
async def all_taken_and_added_again_ok(user_id):
    await outbox.flush()
    return user_id


class Late:
    def __init__(self):
        self.held = []

    async def put(self, letter):
        self.held.append(letter)  # error: 8, SIS003, "held"
        await delivered(letter)

    async def flush(self):
        letters = list(self.held)
        await delivered(letters)
        self.held.clear()
        for each in letters:
            await self.put(each)
        return len(letters)


late = Late()


# not executed: what is lost shows only to a third call
async def emptied_only_after_a_pause_bad(user_id):
    await late.flush()
    await late.put("letter")
    return user_id
