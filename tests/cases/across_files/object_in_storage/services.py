"""Classes only; nothing here shows that an object is shared."""
import asyncio


class Desk:
    def __init__(self):
        self.user = None
        self.asked = 0

    async def ask(self, user_id):
        self.user = user_id
        await asyncio.sleep(0)
        return self.user

    async def count(self, user_id):
        self.asked += 1
        await asyncio.sleep(0)
        return user_id


class Counter:
    def __init__(self):
        self.guest = None

    async def serve(self, guest):
        self.guest = guest
        await asyncio.sleep(0)
        return self.guest


class Ledger:
    def __init__(self):
        self.sums = {}
        self.lock = asyncio.Lock()

    async def add(self, user_id, amount):
        before = self.sums.get(user_id, "")
        await asyncio.sleep(0)
        self.sums[user_id] = before + amount
        return self.sums[user_id]

    async def add_in_turn(self, user_id, amount):
        async with self.lock:
            return await self.add(user_id, amount)
