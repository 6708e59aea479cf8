"""A function that captures a session's data is that data, wherever it is kept."""
import asyncio


class Desk:
    def __init__(self):
        self.answer = None
        self.greet = None
        self.waiting = []


desk = Desk()


async def nested_function_on_a_shared_object_bad(user_id, text):
    def answer():
        return user_id, text

    desk.answer = answer  # error: 4, SIS004, "Desk.answer"
    await asyncio.sleep(0)
    return desk.answer()


def greeting():
    return "welcome"


async def function_that_captures_nothing_ok(user_id, text):
    desk.greet = lambda: greeting()
    await asyncio.sleep(0)
    return user_id, desk.greet()


async def closure_of_this_call_ok(user_id, text):
    def answer():
        return user_id, text

    await asyncio.sleep(0)
    return answer()


by_user = {}


# benign race: a user who asks twice at once gets the answer of the second turn
async def closure_kept_by_user_ok(user_id, text):
    by_user[user_id] = lambda: text
    await asyncio.sleep(0)
    return by_user[user_id]()
