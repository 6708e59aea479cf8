"""websockets: the handler is a task for each connection; a set of connections is meant to be everybody's."""
import asyncio
from functools import partial

import websockets

connections = set()
history = []


async def handler_bad(websocket, message):
    connections.add(websocket)
    history.append(message)  # error: 4, SIS001, "history"
    await asyncio.sleep(0)
    connections.discard(websocket)
    return list(history)


async def serve():
    return await websockets.serve(handler_bad, "localhost", 0)


async def set_of_connections_ok(websocket):
    connections.add(websocket)
    await asyncio.sleep(0)
    connections.discard(websocket)
    return websocket


users = []


async def serve_partly():
    return await websockets.serve(partial(given_in_part_bad, limit=3), "localhost", 0)


async def given_in_part_bad(websocket, message, *, limit=10):
    users.append(message)  # error: 4, SIS001, "users"
    return users[:limit]
