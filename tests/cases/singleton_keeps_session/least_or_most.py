"""The least or the most of some values, one of which is a number, is a number and no history."""
import asyncio


class Bucket:
    def __init__(self):
        self.left = 8
        self.lock = asyncio.Lock()

    async def limit(self, most):
        async with self.lock:
            self.left = min(self.left, most)
            await asyncio.sleep(0)

    async def take(self):
        async with self.lock:
            self.left = max(self.left - 1, 0)
            return self.left >= 0


bucket = Bucket()


async def number_under_a_lock_ok(user):
    await bucket.limit(len(user))
    return await bucket.take()


class Names:
    def __init__(self):
        self.text = ""
        self.lock = asyncio.Lock()

    async def add(self, name):
        async with self.lock:
            self.text = self.text + name  # error: 12, SIS004, "'Names.text'"
            await asyncio.sleep(0)
            return self.text


names = Names()


async def history_under_a_lock_bad(user):
    return await names.add(user)


class Longest:
    def __init__(self):
        self.name = ""

    async def of(self, name):
        self.name = max(self.name, name, key=len)  # error: 8, SIS004, "'Longest.name'"
        await asyncio.sleep(0)
        return self.name


longest = Longest()


async def longest_name_of_all_bad(user):
    return await longest.of(user)
