"""A function is one object for all calls, and so is what its attributes hold."""
import asyncio


async def complete(messages):
    answer = "You said: " + ", ".join(messages)
    await asyncio.sleep(0)
    return answer


async def list_on_the_function_bad(user_id, message):
    list_on_the_function_bad.history.append(message)  # error: 4, SIS006, "seen by every user"
    return await complete(list_on_the_function_bad.history)


list_on_the_function_bad.history = []


async def dict_on_the_function_ok(user_id, message):
    dict_on_the_function_ok.histories[user_id] = [message]
    return await complete(dict_on_the_function_ok.histories[user_id])


dict_on_the_function_ok.histories = {}


async def value_on_the_function_bad(user_id, message):
    value_on_the_function_bad.message = message  # error: 4, SIS006, "seen by every user"
    await asyncio.sleep(0)
    return value_on_the_function_bad.message


async def local_value_ok(user_id, message):
    said = message
    await asyncio.sleep(0)
    return said


async def text_on_the_function_ok(user_id, message):
    await asyncio.sleep(0)
    return f"{text_on_the_function_ok.greeting} {user_id}"


text_on_the_function_ok.greeting = "Hello"


async def counted_on_the_function_ok(user_id, message):
    counted_on_the_function_ok.calls += 1
    await asyncio.sleep(0)
    return message


counted_on_the_function_ok.calls = 0


async def on_a_function_made_at_each_call_ok(user_id, message):
    async def answer():
        answer.message = message
        await asyncio.sleep(0)
        return answer.message
    return await answer()
