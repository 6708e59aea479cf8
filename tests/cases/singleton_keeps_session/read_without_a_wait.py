"""What a call reads again before others had a turn is its own; a loop that waits lets others in."""
import asyncio


class Label:
    def __init__(self):
        self.text = ""

    async def answer(self, message):
        for part in message.split():
            self.text = part
        return self.text


label = Label()


async def set_in_a_loop_that_never_waits_ok(user_id, message):
    return await label.answer(message)


class Board:
    def __init__(self):
        self.label = ""

    async def answer(self, message):
        for part in message.split():
            self.label = part  # error: 12, SIS004, "label"
            await asyncio.sleep(0)
        return self.label


board = Board()


async def set_before_the_wait_of_a_loop_bad(user_id, message):
    return await board.answer(message)
