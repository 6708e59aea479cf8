"""Deques and texts of the module grow like lists do."""
import asyncio
import io
from collections import deque


async def complete(messages):
    answer = "You said: " + ", ".join(messages)
    await asyncio.sleep(0)
    return answer


recent = deque(maxlen=10)


async def deque_appended_to_bad(user_id, message):
    recent.append(message)  # error: 4, SIS001, "recent"
    return await complete(recent)


async def local_deque_appended_to_ok(user_id, message):
    mine = deque(maxlen=10)
    mine.append(message)
    return await complete(mine)


newest = deque()


async def deque_appended_to_on_the_left_bad(user_id, message):
    newest.appendleft(message)  # error: 4, SIS001, "newest"
    return await complete(newest)


oldest = deque(["Be polite."])


async def copied_deque_appended_to_on_the_left_ok(user_id, message):
    mine = deque(oldest)
    mine.appendleft(message)
    return await complete(mine)


transcript = ""


async def text_added_to_bad(user_id, message):
    global transcript
    transcript += message  # error: 4, SIS001, "transcript"
    return await complete([transcript])


async def local_text_added_to_ok(user_id, message):
    mine = ""
    mine += message
    return await complete([mine])


story = "Once upon a time"


async def text_formatted_with_itself_bad(user_id, message):
    global story
    story = f"{story}, {message}"  # error: 4, SIS001, "story"
    return await complete([story])


opening = "Once upon a time"


async def local_text_formatted_ok(user_id, message):
    mine = f"{opening}, {message}"
    return await complete([mine])


protocol = io.StringIO()


async def text_file_in_memory_bad(user_id, message):
    protocol.write(message)  # error: 4, SIS001, "protocol"
    return await complete([protocol.getvalue()])


async def text_file_in_memory_of_this_call_ok(user_id, message):
    mine = io.StringIO()
    mine.write(message)
    return await complete([mine.getvalue()])


raw = bytearray()


async def bytes_added_to_bad(user_id, message):
    raw.extend(message.encode())  # error: 4, SIS001, "raw"
    return await complete([raw.decode()])


async def local_bytes_added_to_ok(user_id, message):
    mine = bytearray()
    mine.extend(message.encode())
    return await complete([mine.decode()])
