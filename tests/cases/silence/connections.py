"""Who is connected: a registry keyed by the connection itself or by its user, with entry and exit."""
import asyncio
from contextlib import asynccontextmanager


class Socket:
    def __init__(self, name):
        self.name = name
        self.sent = []

    async def send(self, message):
        self.sent.append(message)
        await asyncio.sleep(0)


sockets = set()


async def added_and_discarded_ok(user_id, message):
    socket = Socket(user_id)
    sockets.add(socket)
    try:
        await socket.send(message)
        return socket.sent
    finally:
        sockets.discard(socket)


by_user = {}


async def message_sent_to_the_own_socket_ok(user_id, message):
    socket = by_user.setdefault(user_id, Socket(user_id))
    await socket.send(message)
    return "sent"


copied = set()


async def everybody_told_over_a_copy_ok(user_id, message):
    socket = Socket(user_id)
    copied.add(socket)
    for other in list(copied):
        await other.send("somebody came")
    copied.discard(socket)
    return message


gathered = set()


async def everybody_told_at_once_ok(user_id, message):
    socket = Socket(user_id)
    gathered.add(socket)
    await asyncio.gather(*(other.send("somebody came") for other in gathered))
    gathered.discard(socket)
    return message


rooms = {}


@asynccontextmanager
async def member_of(room, user_id):
    members = rooms.setdefault(room, set())
    members.add(user_id)
    try:
        yield
    finally:
        members.discard(user_id)


async def member_while_inside_ok(user_id, room):
    async with member_of(room, user_id):
        await asyncio.sleep(0)
        return f"{user_id} was inside"


waiting = {}


async def reply_matched_by_its_number_ok(user_id, message):
    future = asyncio.get_running_loop().create_future()
    waiting[user_id, message] = future
    asyncio.get_running_loop().call_soon(answer, user_id, message)
    try:
        return await future
    finally:
        waiting.pop((user_id, message), None)


def answer(user_id, message):
    future = waiting.get((user_id, message))
    if future is not None and not future.done():
        future.set_result(f"answer to {message}")


subscribers = {}


async def queue_of_each_subscriber_ok(user_id, message):
    queue = subscribers.setdefault((user_id, message), asyncio.Queue())
    queue.put_nowait(message)
    try:
        return await queue.get()
    finally:
        subscribers.pop((user_id, message), None)
