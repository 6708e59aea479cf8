"""The least or the most of a number that was read before a pause is out of date, too; of the present one it is not."""
import asyncio


class Stock:
    def __init__(self):
        self.left = 8

    async def take(self):
        before = self.left
        await asyncio.sleep(0)
        self.left = max(before - 1, 0)  # error: 8, SIS003, "'Stock.left' is read, then written after an await"
        return self.left


stock = Stock()


async def taken_twice_bad(user):
    return await stock.take()


class Shelf:
    def __init__(self):
        self.left = 8

    async def take(self):
        await asyncio.sleep(0)
        self.left = max(self.left - 1, 0)
        return "taken"


shelf = Shelf()


async def taken_from_the_present_number_ok(user):
    return await shelf.take()
