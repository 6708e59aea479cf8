"""http.server and socketserver: coroutine functions are not accepted, plain ones run in a thread per connection.

Source: CPython 3.11.7 standard library (socketserver.py:361, 672-716).
"""

from flake8_session_isolation.facts import Registers, Row, Serve, Served

_SERVED = Served(None, Serve.THREADS)

ROWS: tuple[Row, ...] = (
    Registers("xmlrpc.server.SimpleXMLRPCServer.register_function", _SERVED, position=0, keywords=("function",)),
    Registers("xmlrpc.server.SimpleXMLRPCServer.register_instance", _SERVED, position=0, keywords=("instance",)),
)
