"""A generator that runs as a coroutine waits where it yields: what it read before may be old."""
import asyncio
import types

stamps = {"left": 100}


# not executed: replay awaits coroutine functions alone
@types.coroutine
def stamps_taken_across_a_pause_bad(message):
    left = stamps["left"]
    yield from asyncio.sleep(0)
    stamps["left"] = left - len(message)  # error: 4, SIS003, "stamps"
    return left


# not executed: replay awaits coroutine functions alone
@types.coroutine
def stamps_taken_in_one_step_ok(message):
    yield from asyncio.sleep(0)
    stamps["left"] = stamps["left"] - len(message)
    return message
