"""http.server and socketserver: coroutine handlers are not taken, plain ones run in a thread per connection.

Source: CPython 3.11.7 standard library (CPython 3.11 socketserver.py:361, 672-716).
"""

from flake8_session_isolation.facts import HandlerBase, Lifetime, Registers, Row, Serve, Served

_SERVED = Served(None, Serve.THREADS)

ROWS: tuple[Row, ...] = (
    Registers("http.server.HTTPServer", _SERVED, position=1, keywords=("RequestHandlerClass",)),
    Registers("http.server.ThreadingHTTPServer", _SERVED, position=1, keywords=("RequestHandlerClass",)),
    HandlerBase(
        "http.server.BaseHTTPRequestHandler",
        ("do_GET", "do_POST", "do_PUT", "do_DELETE", "do_HEAD", "do_PATCH", "do_OPTIONS"),
        _SERVED,
        Lifetime.CONNECTION,
    ),
    HandlerBase("http.server.SimpleHTTPRequestHandler", ("do_*",), _SERVED, Lifetime.CONNECTION),
)
