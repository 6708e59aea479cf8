"""http.server and socketserver: coroutine handlers are not taken, plain ones run in a thread per connection.

Source: CPython 3.11.7 standard library (CPython 3.11 socketserver.py:361, 672-716).
"""

from flake8_session_isolation.facts import HandlerBase, Lifetime, Registers, Row, Serve, Served

_SERVED = Served(None, Serve.THREADS)

ROWS: tuple[Row, ...] = (
    Registers("socketserver.TCPServer", _SERVED, position=1, keywords=("RequestHandlerClass",)),
    Registers("socketserver.ThreadingTCPServer", _SERVED, position=1, keywords=("RequestHandlerClass",)),
    HandlerBase("socketserver.BaseRequestHandler", ("setup", "handle", "finish"), _SERVED, Lifetime.CONNECTION),
    HandlerBase("socketserver.StreamRequestHandler", ("setup", "handle", "finish"), _SERVED, Lifetime.CONNECTION),
)
