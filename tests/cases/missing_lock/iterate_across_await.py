"""A shared container is walked through with pauses between the steps, while others add to it or take from it."""
import asyncio


async def send(listener, message):
    await asyncio.sleep(0)
    return f"{listener}: {message}"


async def rest():
    await asyncio.sleep(0)


listeners = set()


async def set_walked_with_awaits_bad(user_id, message):
    listeners.add(user_id)
    for listener in listeners:  # error: 4, SIS003, "listeners"
        await send(listener, message)
    return message


copied_listeners = set()


async def copy_of_the_set_walked_ok(user_id, message):
    copied_listeners.add(user_id)
    for listener in list(copied_listeners):
        await send(listener, message)
    return message


locked_listeners = set()
listener_lock = asyncio.Lock()


async def set_walked_under_the_lock_of_its_writers_ok(user_id, message):
    async with listener_lock:
        locked_listeners.add(user_id)
        for listener in locked_listeners:
            await send(listener, message)
    return message


unpaused_listeners = set()


async def set_walked_without_a_pause_ok(user_id, message):
    unpaused_listeners.add(user_id)
    waiting = []
    for listener in unpaused_listeners:
        waiting.append(send(listener, message))
    await asyncio.gather(*waiting)
    return message


gathered_listeners = set()


async def set_walked_inside_the_call_of_gather_ok(user_id, message):
    gathered_listeners.add(user_id)
    await asyncio.gather(*(send(listener, message) for listener in gathered_listeners))
    return message


members = {}


async def items_walked_with_awaits_bad(user_id, message):
    members[user_id] = True
    for name, is_here in members.items():  # error: 4, SIS003, "members"
        if is_here:
            await send(name, message)
    return message


copied_members = {}


async def copy_of_the_items_walked_ok(user_id, message):
    copied_members[user_id] = True
    for name, is_here in list(copied_members.items()):
        if is_here:
            await send(name, message)
    return message


queues = {}


async def values_walked_while_others_leave_bad(user_id, message):
    queues[user_id] = asyncio.Queue()
    for queue in queues.values():  # error: 4, SIS003, "queues"
        await send(queue, message)
    queues.pop(user_id, None)
    return message


left_queues = {}


async def tuple_of_the_values_walked_ok(user_id, message):
    left_queues[user_id] = asyncio.Queue()
    for queue in tuple(left_queues.values()):
        await send(queue, message)
    left_queues.pop(user_id, None)
    return message


readers = set()


async def comprehension_that_awaits_bad(user_id, message):
    readers.add(user_id)
    answers = [await send(reader, message) for reader in readers]  # error: 57, SIS003, "readers"
    return f"{message} read {'by some' if answers else 'by none'}"


copied_readers = set()


async def comprehension_over_a_copy_ok(user_id, message):
    copied_readers.add(user_id)
    answers = [await send(reader, message) for reader in sorted(copied_readers)]
    return f"{message} read {'by some' if answers else 'by none'}"


devices = {}


async def entry_walked_while_parts_of_it_leave_bad(user_id, device):
    mine = devices.setdefault(user_id, set())
    mine.add(device)
    for one in mine:  # error: 4, SIS003, "devices"
        await send(one, "hello")
    mine.discard(device)
    return device


copied_devices = {}


async def copy_of_the_entry_walked_ok(user_id, device):
    mine = copied_devices.setdefault(user_id, set())
    mine.add(device)
    for one in mine.copy():
        await send(one, "hello")
    mine.discard(device)
    return device


LANGUAGES = ["en", "fr"]


async def table_that_nobody_changes_ok(user_id, message):
    for language in LANGUAGES:
        await send(language, message)
    return message


watchers = set()


async def send_to_all(everybody, message):
    for one in everybody:  # error: 4, SIS003, "watchers"
        await send(one, message)


async def set_walked_by_a_helper_bad(user_id, message):
    watchers.add(user_id)
    await send_to_all(watchers, message)
    return message


copied_watchers = set()


async def send_to_each(everybody, message):
    for one in everybody:
        await send(one, message)


async def copy_walked_by_a_helper_ok(user_id, message):
    copied_watchers.add(user_id)
    await send_to_each(frozenset(copied_watchers), message)
    return message


boxes = set()


# false alarm: putting into an unbounded queue does not pause, which the call does not show
async def false_alarm_queues_without_a_bound_take_it_at_once_ok(user_id):
    own = asyncio.Queue()
    boxes.add(own)
    for box in boxes:  # error: 4, SIS003, "'boxes'"
        await box.put("news")
    boxes.discard(own)
    await asyncio.sleep(0)
    return user_id


rosters = {"day": {"alice"}, "night": {"bob"}}


async def entry_replaced_while_its_old_object_is_walked_ok(user_id):
    rosters["day"] = {"alice", "bob"}
    for each in rosters["day"]:
        await send(each, "news")
    return user_id


class Choir:
    def __init__(self):
        self.voices = {}

    @property
    def names(self):
        for name in self.voices:
            yield name.upper()

    async def join(self, name):
        self.voices[name] = True
        await rest()
        try:
            return f"{len(list(self.names))} sing"
        finally:
            del self.voices[name]


choir = Choir()


# benign race: how many sing is for all to know
async def generator_taken_at_once_ok(user_id):
    return await choir.join(user_id)


async def walked(name):
    choir.voices[name] = True
    for each in choir.voices:  # error: 4, SIS003, "voices"
        await rest()
    return name


async def voices_walked_by_a_coroutine_bad(user_id):
    return await walked(user_id)
