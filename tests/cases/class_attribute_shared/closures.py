"""A function that captures a session's data is that data, also on a class."""
import asyncio


class Gate:
    check = None


async def lambda_on_a_class_bad(user_id, label):
    Gate.check = lambda seen: (user_id, seen)  # error: 4, SIS002, "Gate.check"
    await asyncio.sleep(0)
    return Gate.check(label)


class Door:
    check = None


def is_open(seen):
    return "open", seen


async def function_that_captures_nothing_ok(user_id, label):
    Door.check = lambda seen: is_open(seen)
    await asyncio.sleep(0)
    return Door.check(label)
