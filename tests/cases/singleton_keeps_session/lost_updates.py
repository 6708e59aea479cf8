"""A number on an object of all sessions that is computed from its value before an await needs a lock, and no copies."""
import asyncio

from fastapi import FastAPI

app = FastAPI()


def number_in(text):
    return sum(map(ord, text))


async def settle(amount):
    await asyncio.sleep(0)
    return amount


class Till:
    def __init__(self):
        self.cash = 100.0
        self.safe = 100.0
        self.lock = asyncio.Lock()

    async def pay(self, amount):
        before = self.cash
        await settle(amount)
        self.cash = before + number_in(amount)  # error: 8, SIS004, "hold one lock over both"
        return self.cash

    async def deposit(self, amount):
        async with self.lock:
            before = self.safe
            await settle(amount)
            self.safe = before + number_in(amount)


till = Till()


@app.post("/payments")
async def object_of_all_sessions_bad(amount):
    return await till.pay(amount)


@app.post("/deposits")
async def object_of_all_sessions_under_its_lock_ok(amount):
    await till.deposit(amount)
    return amount
