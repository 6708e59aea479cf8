"""websockets library: coroutine handlers are tasks of one event loop, plain ones run in a thread per connection.

Source: websockets 17.0.1 snapshot (2026-07-31) (src/websockets/asyncio/server.py:226, 478).
"""

from flake8_session_isolation.facts import BeginsServing, Registers, Row, Serve, Served

_SERVED = Served(Serve.TASKS, Serve.THREADS)

ROWS: tuple[Row, ...] = (
    Registers("websockets.serve", _SERVED, position=0, keywords=("handler",)),
    Registers("websockets.asyncio.server.serve", _SERVED, position=(0, 8), keywords=("handler", "process_request")),
    Registers("websockets.asyncio.server.unix_serve", _SERVED, position=0, keywords=("handler",)),
    Registers("websockets.asyncio.router.route", _SERVED, position=0, keywords=("url_map",)),
    Registers("websockets.sync.server.serve", _SERVED, position=0, keywords=("handler",)),
    BeginsServing("websockets.serve"),
    BeginsServing("websockets.asyncio.server.serve"),
    BeginsServing("websockets.asyncio.server.unix_serve"),
)
