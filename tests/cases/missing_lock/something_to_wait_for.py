"""Events that a call enters in a list and removes again may come in any order; messages of a conversation may not."""
import asyncio

waiting = {}


def enter(topic):
    event = asyncio.Event()
    waiting.setdefault(topic, []).append(event)
    return event


def leave(topic, event):
    events = waiting.get(topic)
    if events is not None and event in events:
        events.remove(event)
        if not events:
            waiting.pop(topic, None)


async def entered_for_each_wait_ok(topic):
    for _ in range(2):
        event = enter(topic)
        await asyncio.sleep(0)
        leave(topic, event)
    return topic


async def wake_up_ok(topic):
    for event in waiting.pop(topic, []):
        event.set()
    return topic


messages = {}


async def answer(every):
    await asyncio.sleep(0)
    return " ".join(every)


async def message_taken_back_after_an_error_bad(session_id, message):
    messages.setdefault(session_id, []).append(message)
    try:
        reply = await answer(messages[session_id])
    except LookupError:
        messages[session_id].remove(message)
        raise
    messages[session_id].append(reply)  # error: 4, SIS003, "messages"
    return reply
