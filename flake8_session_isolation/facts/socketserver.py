"""socketserver: one connection after the other, or each in a thread of its own.

Source: the standard library, Lib/socketserver.py.
"""

from flake8_session_isolation.facts import HandlerBase, Lifetime, Row, Serve, Served, SharedStorage

_SERVED = Served(None, Serve.SERIAL)
_THREADED_BY = (
    "socketserver.ThreadingMixIn",
    "socketserver.ThreadingTCPServer",
    "socketserver.ThreadingUDPServer",
    "socketserver.ThreadingUnixStreamServer",
)
_HANDLERS = ("setup", "handle", "finish")

ROWS: tuple[Row, ...] = (
    HandlerBase("socketserver.BaseRequestHandler", _HANDLERS, _SERVED, Lifetime.CONNECTION, _THREADED_BY),
    HandlerBase("socketserver.StreamRequestHandler", _HANDLERS, _SERVED, Lifetime.CONNECTION, _THREADED_BY),
    HandlerBase("socketserver.DatagramRequestHandler", _HANDLERS, _SERVED, Lifetime.CONNECTION, _THREADED_BY),
    SharedStorage("socketserver.BaseRequestHandler.server"),
    SharedStorage("socketserver.StreamRequestHandler.server"),
    SharedStorage("socketserver.DatagramRequestHandler.server"),
)
