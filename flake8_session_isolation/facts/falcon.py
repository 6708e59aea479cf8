"""Falcon: coroutine handlers are tasks of one event loop, plain ones run in a thread per request; one object serves all
requests to a route.

Source: falcon 4.4.0.dev1 snapshot (2026-07-24) (falcon/app.py:621, falcon/routing/compiled.py:365-376).
"""

from flake8_session_isolation.facts import (
    Application,
    Around,
    HandlerForm,
    Lifetime,
    Registers,
    Row,
    RunsOnce,
    Serve,
    Served,
    WebApplication,
)

_SERVED = Served(Serve.TASKS, Serve.THREADS)
_RESPONDERS = ("on_*",)
_MIDDLEWARE = ("process_request*", "process_resource*", "process_response*")

ROWS: tuple[Row, ...] = (
    HandlerForm("a Falcon responder", "on_*", ("req", "resp", "*"), None, _SERVED, Lifetime.SINGLETON),
    HandlerForm("a Falcon middleware's request", "process_request*", ("req", "resp"), None, _SERVED),
    HandlerForm("a Falcon middleware's resource", "process_resource*", ("req", "resp", "*"), None, _SERVED),
    HandlerForm("a Falcon middleware's response", "process_response*", ("req", "resp", "*"), None, _SERVED),
    Registers("falcon.before", _SERVED, position=0, keywords=("action",)),
    Registers("falcon.after", _SERVED, position=0, keywords=("action",)),
    Registers("falcon.App.add_route", _SERVED, position=1, keywords=("resource",), methods=_RESPONDERS),
    Registers("falcon.asgi.App.add_route", _SERVED, position=1, keywords=("resource",), methods=_RESPONDERS),
    Registers("falcon.API.add_route", _SERVED, position=1, keywords=("resource",), methods=_RESPONDERS),
    Registers(".add_route", _SERVED, position=1, keywords=("resource",), methods=_RESPONDERS),
    Registers("falcon.App.add_sink", _SERVED, position=0, keywords=("sink",)),
    Registers("falcon.asgi.App.add_sink", _SERVED, position=0, keywords=("sink",)),
    Registers("falcon.App.add_error_handler", _SERVED, position=1, keywords=("handler",)),
    Registers("falcon.asgi.App.add_error_handler", _SERVED, position=1, keywords=("handler",)),
    Registers("falcon.App.add_middleware", _SERVED, position=0, keywords=("middleware",), methods=_MIDDLEWARE),
    Registers("falcon.asgi.App.add_middleware", _SERVED, position=0, keywords=("middleware",), methods=_MIDDLEWARE),
    Registers("falcon.App", _SERVED, keywords=("middleware",), methods=_MIDDLEWARE),
    Registers("falcon.asgi.App", _SERVED, keywords=("middleware",), methods=_MIDDLEWARE),
    Application("falcon.App"),
    Application("falcon.asgi.App"),
    RunsOnce("*.process_startup"),
    RunsOnce("*.process_shutdown"),
    Around("a Falcon middleware's *"),
    Around("falcon.*.add_middleware"),
    WebApplication("falcon.App"),
    WebApplication("falcon.asgi.App"),
)
