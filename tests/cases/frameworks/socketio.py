"""python-socketio: each event is a task, or a thread of its own in Server; `connect` comes with every client."""
import asyncio
import threading

import socketio

sio = socketio.AsyncServer(async_mode="asgi")
threaded = socketio.Server()
messages = []


@sio.event
async def messages_of_all_clients_bad(sid, data):
    messages.append(data)  # error: 4, SIS001, "messages"
    await asyncio.sleep(0)
    return list(messages)


current = ""


@sio.on("connect")
async def last_client_that_connected_bad(sid, environ):
    global current
    current = sid  # error: 4, SIS001, "current"
    await asyncio.sleep(0)
    return f"Hello {current}"


clients = {}


@sio.on("connect")
async def registry_of_clients_ok(sid, environ):
    clients[sid] = environ
    await asyncio.sleep(0)
    clients.pop(sid, None)
    return sid


@sio.event
async def session_of_the_client_ok(sid, data):
    async with sio.session(sid) as session:
        session["said"] = data
        await asyncio.sleep(0)
        return session["said"]


count = 0


@threaded.event
def count_in_threads_bad(sid, data):
    global count
    before = count
    count = before + 1  # error: 4, SIS003, "count"
    return sid


locked_count = 0
counting = threading.Lock()


@threaded.event
def count_under_a_lock_ok(sid, data):
    global locked_count
    with counting:
        before = locked_count
        locked_count = before + 1
    return sid


seen = 0


# on the loop: an AsyncServer calls plain handlers itself
@sio.event
def plain_handler_of_an_asynchronous_server_ok(sid, data):
    global seen
    before = seen
    seen = before + 1
    return sid


drawn = []


def registered_handler_bad(sid, data):
    drawn.append(data)  # error: 4, SIS001, "drawn"
    return list(drawn)


threaded.on("draw", registered_handler_bad)
rooms = []


class Rooms(socketio.AsyncNamespace):
    """One instance hears all clients."""

    async def on_join(self, sid, data):
        rooms.append(data)  # error: 8, SIS001, "rooms"
        await asyncio.sleep(0)
        return list(rooms)


sio.register_namespace(Rooms("/rooms"))


async def namespace_keeps_in_a_module_bad(sid, data):
    return await sio.handlers[-1].on_join(sid, data)


class Game(socketio.AsyncNamespace):
    """One instance hears all clients."""

    async def on_join(self, sid, data):
        self.player = sid  # error: 8, SIS004, "player"
        await asyncio.sleep(0)
        return f"Hello {self.player}"


sio.register_namespace(Game("/game"))


async def namespace_remembers_its_player_bad(sid, data):
    return await sio.handlers[-1].on_join(sid, data)
