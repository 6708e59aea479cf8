"""A lock of each user's own keeps only that user out: what stands on the object is everybody's."""
import asyncio
from collections import defaultdict


async def rest():
    await asyncio.sleep(0)


class Assistant:
    def __init__(self):
        self.locks = defaultdict(asyncio.Lock)
        self.user = None

    async def ask(self, user_id):
        async with self.locks[user_id]:
            self.user = user_id  # error: 12, SIS004, "'Assistant.user'"
            await rest()
            return self.user


assistant = Assistant()


async def kept_under_a_lock_of_each_user_bad(user_id):
    return await assistant.ask(user_id)


class Clerk:
    def __init__(self):
        self.lock = asyncio.Lock()
        self.user = None

    async def ask(self, user_id):
        async with self.lock:
            self.user = user_id
            await rest()
            return self.user


clerk = Clerk()


async def kept_under_one_lock_for_all_ok(user_id):
    return await clerk.ask(user_id)


class Scribe:
    """A history that is made longer by a new one is a history still, and a lock keeps nobody from reading it."""

    def __init__(self):
        self.lock = asyncio.Lock()
        self.said = ()

    async def note(self, message):
        async with self.lock:
            self.said = (*self.said, message)  # error: 12, SIS004
            await rest()
            self.said = (*self.said, "noted")
            return self.said

    async def forget(self, length):
        async with self.lock:
            self.said = self.said[-2:]
            await rest()
            return length


scribe = Scribe()


async def history_made_longer_under_a_lock_bad(user_id, message):
    return [user_id, *await scribe.note(message)]


class Writer:
    def __init__(self):
        self.lock = asyncio.Lock()
        self.text = ""

    async def write(self, message):
        async with self.lock:
            before = self.text
            await rest()
            self.text = before + message  # error: 12, SIS004
            return self.text


writer = Writer()


async def text_made_longer_under_a_lock_bad(user_id, message):
    return await writer.write(message)


class Counter:
    def __init__(self):
        self.lock = asyncio.Lock()
        self.count = 0

    async def next(self):
        async with self.lock:
            before = self.count
            await rest()
            self.count = before + 1
            return None


counter = Counter()


async def number_made_larger_under_a_lock_ok(user_id):
    await counter.next()
    return user_id
