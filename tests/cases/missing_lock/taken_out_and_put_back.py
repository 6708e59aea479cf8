"""What a call has taken out is its own: to put it back beside what others put in meanwhile loses nothing."""
import asyncio

waiting: dict[str, set[str]] = {}


async def delivered(names):
    await asyncio.sleep(0)
    return bool(names)


async def taken_and_added_again_ok(user_id, message):
    names = waiting.pop(user_id, set())
    if not await delivered(names):
        waiting.setdefault(user_id, set()).update(names)
    return message


boxes: dict[str, str] = {}


async def looked_up_and_put_back_bad(user_id, message):
    letters = boxes.get(user_id, "")
    await delivered(letters)
    boxes[user_id] = letters + message  # error: 4, SIS003, "boxes[user_id]"
    return boxes[user_id]
