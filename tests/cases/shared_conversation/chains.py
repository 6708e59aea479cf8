"""A chain that has a memory is a conversation; without one it forgets each question with its answer."""
import asyncio

from langchain.agents import AgentExecutor
from langchain.chains import ConversationChain, LLMChain
from langchain.memory import ConversationBufferMemory
from langchain_community.chat_message_histories import StreamlitChatMessageHistory

chain = ConversationChain(llm="small")


async def own_memory_bad(user_id, message):
    return await chain.apredict(input=message)  # error: 17, SIS009, "'own_memory_bad' talks to 'chain'"


async def chain_made_for_this_call_ok(user_id, message):
    return await ConversationChain(llm="small").apredict(input=message)


forgetful = LLMChain(llm="small")


async def chain_without_memory_ok(user_id, message):
    return await forgetful.apredict(input=message)


mindful = LLMChain(llm="small", memory=ConversationBufferMemory())


async def chain_that_was_given_a_memory_bad(user_id, message):
    return await mindful.apredict(input=message)  # error: 17, SIS009, "mindful"


without = LLMChain(llm="small", memory=None)


async def chain_that_was_given_none_ok(user_id, message):
    return await without.apredict(input=message)


memory = ConversationBufferMemory()
executor = AgentExecutor(agent="clerk", tools=[], memory=memory)


async def agent_with_a_memory_bad(user_id, message):
    return await executor.ainvoke({"input": message})  # error: 17, SIS009, "executor"


clerk = AgentExecutor(agent="clerk", tools=[])


async def agent_without_memory_ok(user_id, message):
    return await clerk.ainvoke({"input": message})


called = ConversationChain(llm="small")


async def chain_that_is_called_itself_bad(user_id, message):
    await asyncio.sleep(0)
    return called({"input": message})  # error: 11, SIS009, "called"


messages = StreamlitChatMessageHistory(key="messages")
private = ConversationChain(llm="small", memory=ConversationBufferMemory(chat_memory=messages))


async def history_kept_in_the_sessions_state_ok(user_id, message):
    return await private.apredict(input=message)


async def chain_made_anew_for_each_call_ok(user_id, message):
    chain = ConversationChain(llm="small")
    await chain.apredict(input=message)
    return await chain.apredict(input="and now?")


def build():
    return ConversationChain(llm="small")


async def chain_from_a_factory_ok(user_id, message):
    return await build().apredict(input=message)
