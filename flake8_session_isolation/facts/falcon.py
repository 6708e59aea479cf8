"""Falcon (WSGI and ASGI): coroutine handlers are tasks of one event loop, plain ones run in a thread per request.

Source: falcon 4.4.0.dev1 snapshot (2026-07-24) (falcon 4.4.0.dev1 falcon/app.py:621).
"""

from flake8_session_isolation.facts import Registers, Row, Serve, Served

_SERVED = Served(Serve.TASKS, Serve.THREADS)

ROWS: tuple[Row, ...] = (
    Registers("falcon.App.add_route", _SERVED, position=1, keywords=("resource",)),
    Registers("falcon.asgi.App.add_route", _SERVED, position=1, keywords=("resource",)),
    Registers("falcon.API.add_route", _SERVED, position=1, keywords=("resource",)),
    Registers("falcon.App.add_sink", _SERVED, position=0, keywords=("sink",)),
    Registers("falcon.asgi.App.add_sink", _SERVED, position=0, keywords=("sink",)),
    Registers("falcon.App.add_error_handler", _SERVED, position=1, keywords=("handler",)),
    Registers("falcon.App.add_middleware", _SERVED, position=0, keywords=("middleware",)),
    Registers("falcon.App", _SERVED, keywords=("middleware",)),
    Registers("falcon.asgi.App", _SERVED, keywords=("middleware",)),
)
