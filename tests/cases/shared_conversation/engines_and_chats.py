"""Chat engines and chats remember; query engines and clients do not."""
import asyncio

from google import genai
from llama_index.core import VectorStoreIndex

index = VectorStoreIndex.from_documents([])
chat_engine = index.as_chat_engine(chat_mode="context")


async def one_chat_engine_for_all_bad(user_id, question):
    return await chat_engine.achat(question)  # error: 17, SIS009, "chat_engine"


async def chat_engine_of_this_call_ok(user_id, question):
    return await index.as_chat_engine(chat_mode="context").achat(question)


query_engine = index.as_query_engine()


async def query_engine_ok(user_id, question):
    return await query_engine.aquery(question)


engines = {}


async def chat_engine_under_the_sessions_key_ok(session_id, question):
    if session_id not in engines:
        engines[session_id] = index.as_chat_engine()
    engines[session_id].chat(question)
    return session_id


cleared = index.as_chat_engine()


async def chat_engine_reset_before_it_is_used_ok(user_id, question):
    await asyncio.sleep(0)
    cleared.reset()
    return cleared.chat(question)


client = genai.Client()
chat = client.chats.create(model="small")


async def one_chat_for_all_bad(user_id, message):
    await asyncio.sleep(0)
    return chat.send_message(message)  # error: 11, SIS009, "'chat'"


awaited = client.aio.chats.create(model="small")


async def one_chat_for_all_awaited_bad(user_id, message):
    return await awaited.send_message(message)  # error: 17, SIS009, "awaited"


async def chat_of_this_call_ok(user_id, message):
    return await client.aio.chats.create(model="small", history=[]).send_message(message)


async def client_answers_one_question_ok(user_id, message):
    return await client.aio.models.generate_content(model="small", contents=message)
