"""http.server: one connection after the other, or each in a thread of its own.

Source: the standard library, Lib/http/server.py and Lib/socketserver.py.
"""

from flake8_session_isolation.facts import HandlerBase, Lifetime, Row, Serve, Served, SharedStorage

_SERVED = Served(None, Serve.SERIAL)
_THREADED_BY = (
    "http.server.ThreadingHTTPServer",
    "socketserver.ThreadingMixIn",
    "socketserver.ThreadingTCPServer",
)
_HANDLERS = ("do_*", "handle", "handle_one_request")

ROWS: tuple[Row, ...] = (
    HandlerBase("http.server.BaseHTTPRequestHandler", _HANDLERS, _SERVED, Lifetime.CONNECTION, _THREADED_BY),
    HandlerBase("http.server.SimpleHTTPRequestHandler", _HANDLERS, _SERVED, Lifetime.CONNECTION, _THREADED_BY),
    SharedStorage("http.server.BaseHTTPRequestHandler.server"),
    SharedStorage("http.server.SimpleHTTPRequestHandler.server"),
)
