"""An attribute of a library's object answers from what it was told last, whoever told it."""
import asyncio

from haystack.agents import Agent, ConversationalAgent
from langfuse.langchain import CallbackHandler

handler = CallbackHandler()


async def stream(question, callbacks):
    for each in callbacks:
        each.last_trace_id = question
    await asyncio.sleep(0)
    return question


async def trace_of_whoever_came_last_bad(user_id, question):
    answer = await stream(question, [handler])
    return answer, handler.last_trace_id  # error: 19, SIS009, "handler"


quiet = CallbackHandler()


async def handler_that_is_only_handed_over_ok(user_id, question):
    return await stream(question, [quiet])


async def handler_of_this_call_ok(user_id, question):
    own = CallbackHandler()
    answer = await stream(question, [own])
    return answer, own.last_trace_id


asked_by_name = CallbackHandler()


async def trace_asked_for_by_name_bad(user_id, question):
    answer = await stream(question, [asked_by_name])
    return answer, getattr(asked_by_name, "last_trace_id", None)  # error: 19, SIS009, "asked_by_name"


async def other_attribute_asked_for_by_name_ok(user_id, question):
    await stream(question, [quiet])
    return getattr(quiet, "version", None)


agent = ConversationalAgent("model")


async def agent_for_all_bad(user_id, question):
    return agent.run(question)  # error: 11, SIS009, "agent"


plain = Agent("model")


async def agent_without_a_memory_ok(user_id, question):
    return plain.run(question)


remembering = Agent("model", memory=[])


async def agent_with_a_memory_bad(user_id, question):
    return remembering.run(question)  # error: 11, SIS009, "remembering"


async def agent_of_this_call_ok(user_id, question):
    return ConversationalAgent("model").run(question)
