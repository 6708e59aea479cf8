"""A method of a library's object answers from what it was told last, whoever told it."""
import asyncio

from langfuse.callback import CallbackHandler

handler = CallbackHandler()


async def stream(question, callbacks):
    for each in callbacks:
        each.trace = question
    await asyncio.sleep(0)
    return question


async def trace_of_whoever_came_last_bad(user_id, question):
    answer = await stream(question, [handler])
    return answer, handler.get_trace_id()  # error: 19, SIS009, "handler"


async def handler_of_this_call_ok(user_id, question):
    own = CallbackHandler()
    answer = await stream(question, [own])
    return answer, own.get_trace_id()


quiet = CallbackHandler()


async def handler_that_is_only_handed_over_ok(user_id, question):
    return await stream(question, [quiet])
