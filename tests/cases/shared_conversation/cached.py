"""A conversation that a cached function gives is one for all its callers, or for those who give the same key."""
import asyncio
from functools import cache, lru_cache

from langchain.chains import ConversationChain
from langchain.memory import ConversationBufferMemory


@lru_cache
def get_chain():
    return ConversationChain(llm="small", memory=ConversationBufferMemory())


async def chain_of_a_cache_bad(user_id, message):
    await asyncio.sleep(0)
    return await get_chain().apredict(input=message)  # error: 17, SIS009, "get_chain"


@cache
def get_memory():
    memory = ConversationBufferMemory()
    return memory


async def memory_of_a_cache_bad(user_id, message):
    memory = get_memory()
    memory.save_context({"input": message}, {"output": ""})  # error: 4, SIS009, "get_memory"
    return memory.load_memory_variables({})


@lru_cache(maxsize=100)
def get_memory_of(user_id):
    return ConversationBufferMemory()


async def memory_of_each_user_ok(user_id, message):
    memory = get_memory_of(user_id)
    memory.save_context({"input": message}, {"output": ""})
    return user_id


def make_chain():
    return ConversationChain(llm="small", memory=ConversationBufferMemory())


async def chain_of_each_call_ok(user_id, message):
    return await make_chain().apredict(input=message)
