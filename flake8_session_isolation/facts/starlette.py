"""Starlette: coroutine handlers are tasks of one event loop, plain ones run in worker threads.

Source: starlette 1.10.0 (routing.py:55, 225-234, 661-665).
"""

from flake8_session_isolation.facts import (
    Application,
    Around,
    Handler,
    HandlerBase,
    Lifetime,
    Registers,
    Row,
    RunsOnce,
    Serve,
    Served,
    SharedStorage,
    WebApplication,
    Yielded,
)

_SERVED = Served(Serve.TASKS, Serve.THREADS)

ROWS: tuple[Row, ...] = (
    Handler("starlette.applications.Starlette.route", _SERVED),
    Handler("starlette.applications.Starlette.websocket_route", _SERVED),
    Handler("starlette.applications.Starlette.middleware", _SERVED),
    Handler("starlette.applications.Starlette.exception_handler", _SERVED),
    Handler("starlette.routing.Router.route", _SERVED),
    Handler("starlette.routing.Router.websocket_route", _SERVED),
    Registers("starlette.routing.Route", _SERVED, position=1, keywords=("endpoint",)),
    Registers("starlette.routing.WebSocketRoute", _SERVED, position=1, keywords=("endpoint",)),
    Registers("starlette.routing.Mount", _SERVED, position=1, keywords=("app",)),
    Registers("starlette.applications.Starlette.add_route", _SERVED, position=1, keywords=("route",)),
    Registers("starlette.applications.Starlette.add_websocket_route", _SERVED, position=1, keywords=("route",)),
    Registers("starlette.routing.Router.add_route", _SERVED, position=1, keywords=("endpoint",)),
    Registers("starlette.applications.Starlette.add_exception_handler", _SERVED, position=1, keywords=("handler",)),
    Registers("starlette.applications.Starlette.add_middleware", _SERVED, position=0, keywords=("middleware_class",)),
    Registers("starlette.middleware.Middleware", _SERVED, position=0, keywords=("cls",)),
    Registers("starlette.background.BackgroundTask", _SERVED, position=0, keywords=("func",)),
    Registers("starlette.background.BackgroundTasks.add_task", _SERVED, position=0, keywords=("func",)),
    Registers("starlette.concurrency.run_in_threadpool", _SERVED, position=0, keywords=("func",)),
    HandlerBase("starlette.middleware.base.BaseHTTPMiddleware", ("dispatch",), _SERVED, Lifetime.SINGLETON),
    HandlerBase(
        "starlette.endpoints.HTTPEndpoint",
        ("get", "head", "post", "put", "patch", "delete", "options", "query"),
        _SERVED,
        Lifetime.REQUEST,
    ),
    HandlerBase(
        "starlette.endpoints.WebSocketEndpoint",
        ("on_connect", "on_receive", "on_disconnect"),
        _SERVED,
        Lifetime.CONNECTION,
    ),
    HandlerBase("starlette.authentication.AuthenticationBackend", ("authenticate",), _SERVED, Lifetime.SINGLETON),
    RunsOnce("starlette.applications.Starlette.on_event"),
    SharedStorage(".app.state"),
    SharedStorage("starlette.applications.Starlette.state"),
    Application("starlette.applications.Starlette"),
    Yielded(".state"),
    Around("starlette.applications.Starlette.middleware"),
    Around("starlette.middleware.base.BaseHTTPMiddleware"),
    WebApplication("starlette.applications.Starlette"),
)
