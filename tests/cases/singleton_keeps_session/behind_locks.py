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
