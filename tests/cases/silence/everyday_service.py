"""An ordinary service: arguments handed on, results returned, retries, timeouts, logs and numbers for the operator."""
import asyncio
import logging
from dataclasses import dataclass, field

LOG = logging.getLogger(__name__)
RETRIES = 3
figures = {"requests": 0, "failures": 0}


@dataclass
class Conversation:
    user_id: str
    messages: list = field(default_factory=list)

    def add(self, message):
        self.messages.append(message)
        return self


class Model:
    def __init__(self, address):
        self.address = address

    async def complete(self, messages):
        answer = "You said: " + ", ".join(messages)
        await asyncio.sleep(0)
        return answer


model = Model("localhost")


async def conversation_made_for_the_call_ok(user_id, message):
    conversation = Conversation(user_id).add(message)
    return await model.complete(conversation.messages)


async def retried_ok(user_id, message):
    error = None
    for attempt in range(RETRIES):
        try:
            return await model.complete([message])
        except OSError as failure:
            error = failure
            figures["failures"] += 1
            LOG.warning("attempt %s of %s failed", attempt, user_id)
            await asyncio.sleep(2 ** attempt)
    raise RuntimeError("no answer") from error


async def timed_ok(user_id, message):
    try:
        return await asyncio.wait_for(model.complete([message]), timeout=30)
    except asyncio.TimeoutError:
        LOG.warning("too slow for %s", user_id)
        return "later"


async def counted_for_the_operator_ok(user_id, message):
    figures["requests"] += 1
    LOG.info("%s requests", figures["requests"])
    return await model.complete([message])


async def gathered_from_several_ok(user_id, message):
    parts = await asyncio.gather(*(model.complete([part]) for part in message.split("-")))
    merged = {}
    for number, part in enumerate(parts):
        merged[number] = part
    return merged


async def streamed(message):
    buffer = []
    for part in message.split("-"):
        buffer.append(part)
        await asyncio.sleep(0)
        yield "".join(buffer)


async def last_of_a_stream_ok(user_id, message):
    last = ""
    async for text in streamed(message):
        last = text
    return f"{user_id}: {last}"


class Page:
    """One object for each request."""

    def __init__(self, user_id):
        self.user_id = user_id
        self.parts = []

    async def __aenter__(self):
        self.parts.append("start")
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, *error):
        self.parts.append("end")

    async def render(self, message):
        self.parts.append(await model.complete([message]))
        self.parts.append(self.user_id)
        return self.parts


async def object_of_the_request_ok(user_id, message):
    async with Page(user_id) as page:
        return list(await page.render(message))


async def callback_over_locals_ok(user_id, message):
    got = []
    loop = asyncio.get_running_loop()
    done = loop.create_future()

    def receive(text):
        got.append(text)
        done.set_result(None)

    loop.call_soon(receive, message)
    await done
    return got


async def sent_and_forgotten_ok(user_id, message):
    task = asyncio.create_task(model.complete([message]))
    answer = await task
    del task
    return answer
