"""asyncio.start_server and Protocols: coroutine handlers are tasks of one event loop, plain ones called on the loop
itself.

Source: CPython 3.11.7 standard library (asyncio/streams.py:247-258).
"""

from flake8_session_isolation.facts import BeginsServing, HandlerBase, Lifetime, Registers, Row, Serve, Served

_SERVED = Served(Serve.TASKS, Serve.TASKS)

ROWS: tuple[Row, ...] = (
    Registers("asyncio.start_server", _SERVED, position=0, keywords=("client_connected_cb",)),
    Registers("asyncio.start_unix_server", _SERVED, position=0, keywords=("client_connected_cb",)),
    Registers("asyncio.AbstractEventLoop.create_server", _SERVED, position=0, keywords=("protocol_factory",)),
    HandlerBase(
        "asyncio.Protocol",
        ("connection_made", "data_received", "eof_received", "connection_lost"),
        _SERVED,
        Lifetime.CONNECTION,
    ),
    HandlerBase("asyncio.DatagramProtocol", ("datagram_received",), _SERVED, Lifetime.SINGLETON),
    BeginsServing("asyncio.start_server"),
    BeginsServing("asyncio.start_unix_server"),
)
