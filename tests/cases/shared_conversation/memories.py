"""A memory made with the module hears every user, whoever adds to it: the code itself or a chain that is handed it."""
import asyncio

from langchain.chains import ConversationChain, LLMChain
from langchain.memory import ChatMessageHistory, ConversationBufferMemory, ConversationBufferWindowMemory

memory = ConversationBufferMemory()


async def saved_in_the_memory_of_the_module_bad(user_id, message):
    await asyncio.sleep(0)
    memory.save_context({"input": message}, {"output": ""})  # error: 4, SIS009, "talks to 'memory'"
    return memory.load_memory_variables({})


async def memory_of_this_call_ok(user_id, message):
    own = ConversationBufferMemory()
    await asyncio.sleep(0)
    own.save_context({"input": message}, {"output": ""})
    return own.load_memory_variables({})


memories = {}


async def memory_under_the_users_key_ok(user_id, message):
    if user_id not in memories:
        memories[user_id] = ConversationBufferMemory()
    memories[user_id].save_context({"input": message}, {"output": ""})
    return user_id


under_one_key = {"all": ConversationBufferMemory()}


async def memory_under_a_constant_key_bad(user_id, message):
    under_one_key["all"].save_context({"input": message}, {"output": ""})  # error: 4, SIS009, "under_one_key"
    return under_one_key["all"].buffer


last_words = ConversationBufferWindowMemory(k=3)


async def added_to_the_history_inside_bad(user_id, message):
    last_words.chat_memory.add_user_message(message)  # error: 4, SIS009, "last_words.chat_memory"
    return last_words.buffer


handed_over = ConversationBufferMemory()


async def chain_of_this_call_with_the_memory_of_all_bad(user_id, message):
    chain = ConversationChain(llm="small", memory=handed_over)  # error: 12, SIS009, "handed_over"
    return await chain.apredict(input=message)


async def chain_and_memory_of_this_call_ok(user_id, message):
    chain = LLMChain(llm="small", memory=ConversationBufferMemory())
    return await chain.apredict(input=message)


history = ChatMessageHistory()


async def memory_of_this_call_with_the_history_of_all_bad(user_id, message):
    own = ConversationBufferMemory(chat_memory=history)  # error: 10, SIS009, "history"
    own.save_context({"input": message}, {"output": ""})
    return own.buffer


emptied = ConversationBufferMemory()


async def emptied_before_it_is_used_ok(user_id, message):
    emptied.clear()
    emptied.save_context({"input": message}, {"output": ""})
    return emptied.buffer


emptied_too_early = ConversationBufferMemory()


async def emptied_before_others_have_their_turn_bad(user_id, message):
    emptied_too_early.clear()
    await asyncio.sleep(0)
    emptied_too_early.save_context({"input": message}, {"output": ""})  # error: 4, SIS009, "emptied_too_early"
    return emptied_too_early.buffer


greetings = ConversationBufferMemory()


async def nobody_says_anything_of_his_own_ok(user_id, message):
    greetings.save_context({"input": "hello"}, {"output": "hello"})
    return message
