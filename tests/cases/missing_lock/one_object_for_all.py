"""An object bound in the module, a class or an application serves everybody: its attributes need a lock like variables do."""
import asyncio
from collections import defaultdict


async def price(item):
    await asyncio.sleep(0)
    return len(item)


async def complete(messages):
    answer = "You said: " + ", ".join(messages)
    await asyncio.sleep(0)
    return answer


class Till:
    def __init__(self):
        self.total = 0

    async def sell(self, item):
        self.total += await price(item)  # error: 8, SIS003, "total"


till = Till()


async def attribute_of_an_object_of_the_module_bad(user_id, item):
    await till.sell(item)
    return item


class LockedTill:
    def __init__(self):
        self.total = 0
        self.lock = asyncio.Lock()

    async def sell(self, item):
        async with self.lock:
            self.total += await price(item)


locked_till = LockedTill()


async def attribute_under_the_lock_of_the_object_ok(user_id, item):
    await locked_till.sell(item)
    return item


class OwnTill:
    def __init__(self):
        self.total = 0

    async def sell(self, item):
        self.total += await price(item)
        return self.total


async def object_made_for_this_call_ok(user_id, item):
    return await OwnTill().sell(item)


class Chats:
    def __init__(self):
        self.sessions = defaultdict(list)

    async def send(self, session_id, message):
        self.sessions[session_id].append(message)
        answer = await complete(self.sessions[session_id])
        self.sessions[session_id].append(answer)  # error: 8, SIS003, "sessions"
        return answer


chats = Chats()


async def table_held_by_an_object_of_the_module_bad(session_id, message):
    return await chats.send(session_id, message)


class LockedChats:
    def __init__(self):
        self.sessions = defaultdict(list)
        self.locks = defaultdict(asyncio.Lock)

    async def send(self, session_id, message):
        async with self.locks[session_id]:
            self.sessions[session_id].append(message)
            answer = await complete(self.sessions[session_id])
            self.sessions[session_id].append(answer)
            return answer


locked_chats = LockedChats()


async def table_under_locks_held_by_the_object_ok(session_id, message):
    return await locked_chats.send(session_id, message)


class Seats:
    def __init__(self):
        self.free = 1

    async def book(self, user_id):
        if self.free > 0:
            await price(user_id)
            self.free -= 1  # error: 12, SIS003, "free"
            return "a seat"
        return "sold out"


class Theatre:
    seats = Seats()


async def object_bound_in_a_class_bad(user_id):
    return await Theatre.seats.book(user_id)


class PromptSeats:
    def __init__(self):
        self.free = 1

    async def book(self, user_id):
        if self.free > 0:
            self.free -= 1
            await price(user_id)
            return "a seat"
        return "sold out"


class PromptTheatre:
    seats = PromptSeats()


async def object_bound_in_a_class_that_asks_at_once_ok(user_id):
    return await PromptTheatre.seats.book(user_id)


class Votes:
    count = 0

    async def add(self, choice):
        Votes.count = Votes.count + await price(choice)  # error: 8, SIS003, "count"


async def attribute_of_the_class_itself_bad(user_id, choice):
    await Votes().add(choice)
    return choice


class LockedVotes:
    count = 0
    lock = asyncio.Lock()

    async def add(self, choice):
        async with self.lock:
            LockedVotes.count = LockedVotes.count + await price(choice)


async def attribute_of_the_class_under_its_lock_ok(user_id, choice):
    await LockedVotes().add(choice)
    return choice


class Boards:
    notes = defaultdict(list)

    async def pin(self, user_id, note):
        self.notes[user_id].append(note)
        answer = await complete([note])
        self.notes[user_id].append(answer)  # error: 8, SIS003, "notes"
        return answer


async def table_in_a_class_bad(user_id, note):
    return await Boards().pin(user_id, note)


class LockedBoards:
    notes = defaultdict(list)
    locks = defaultdict(asyncio.Lock)

    async def pin(self, user_id, note):
        async with self.locks[user_id]:
            self.notes[user_id].append(note)
            answer = await complete([note])
            self.notes[user_id].append(answer)
            return answer


async def table_in_a_class_under_its_locks_ok(user_id, note):
    return await LockedBoards().pin(user_id, note)


class Basket:
    """A session's own object: its insides are its own business."""

    def __init__(self):
        self.sum = 0

    async def put(self, item):
        amount = await price(item)
        self.sum += amount


baskets = {}


async def object_of_the_session_in_a_table_ok(session_id, item):
    if session_id not in baskets:
        baskets[session_id] = Basket()
    await baskets[session_id].put(item)
    return item
