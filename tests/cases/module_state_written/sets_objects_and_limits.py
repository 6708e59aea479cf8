"""A set, a list of the project's own objects and a list of limited length are histories if a reply shows them."""
import asyncio

wishes = set()


async def set_shown_bad(user_id, message):
    wishes.add(message)  # error: 4, SIS001, "wishes"
    await asyncio.sleep(0)
    return sorted(wishes)


async def set_of_this_call_shown_ok(user_id, message):
    mine = set()
    mine.add(message)
    await asyncio.sleep(0)
    return sorted(mine)


tags = {}


async def set_under_a_key_shown_ok(user_id, message):
    tags.setdefault(user_id, set()).add(message)
    shown = sorted(tags[user_id])
    await asyncio.sleep(0)
    return shown


known = set()


async def set_of_what_was_seen_ok(user_id, message):
    is_new = message not in known
    known.add(message)
    await asyncio.sleep(0)
    return message if is_new else message


present = set()


# not executed: that one user sees who else is here is what it is for
async def set_that_the_element_leaves_again_ok(user_id):
    present.add(user_id)
    await asyncio.sleep(0)
    shown = sorted(present)
    present.discard(user_id)
    return shown


tasks = set()


async def set_of_tasks_ok(user_id, message):
    task = asyncio.create_task(asyncio.sleep(0))
    tasks.add(task)
    task.add_done_callback(tasks.discard)
    await task
    return message


class Guest:
    def __init__(self, name):
        self.name = name

    async def tell(self, text):
        await asyncio.sleep(0)
        return f"{self.name}: {text}"


guests = []


async def last_object_bad(user_id):
    guests.append(Guest(user_id))  # error: 4, SIS001, "guests"
    await asyncio.sleep(0)
    return guests[-1].name


turns = []


async def attribute_of_each_object_bad(user_id, message):
    turns.append(Guest(message))  # error: 4, SIS001, "turns"
    await asyncio.sleep(0)
    return [each.name for each in turns]


players = []


async def object_found_by_its_name_ok(user_id, message):
    players.append(Guest(user_id))
    await asyncio.sleep(0)
    for each in players:
        if each.name == user_id:
            return each.name
    return None


chosen = []


async def objects_chosen_by_their_name_ok(user_id):
    chosen.append(Guest(user_id))
    await asyncio.sleep(0)
    return [each.name for each in chosen if each.name == user_id][:1]


listeners = []


async def objects_that_are_told_ok(user_id, message):
    listeners.append(Guest(user_id))
    for each in listeners:
        await each.tell("news")
    return message


recent = []


async def list_of_limited_length_bad(user_id, message):
    recent.append(message)  # error: 4, SIS001, "recent"
    if len(recent) > 5:
        oldest = recent.pop(0)
        await asyncio.sleep(len(oldest) * 0)
    await asyncio.sleep(0)
    return list(recent)


free = ["one", "two"]


# benign race: in which order they are given back does not matter
async def things_lent_and_given_back_ok(user_id, message):
    thing = free.pop()
    await asyncio.sleep(0)
    free.append(thing)
    return message


waiting = []


async def work_off():
    await asyncio.sleep(0)
    return waiting.pop(0)


async def queue_that_another_takes_from_ok(user_id, message):
    waiting.append(len(message) * 0)
    return await work_off()
