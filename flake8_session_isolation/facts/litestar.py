"""Litestar: coroutine handlers are tasks of one event loop, plain ones called on the loop itself.

Source: litestar v2.24.0 tag and main snapshot (2026-08-21) (litestar/handlers/http_handlers/base.py:262-280).
"""

from flake8_session_isolation.facts import (
    Application,
    Around,
    Handler,
    HandlerBase,
    Hands,
    Keeps,
    Lifetime,
    OnceKeyword,
    Provides,
    Registers,
    Row,
    Serve,
    Served,
    SharedStorage,
    WebApplication,
)

_SERVED = Served(Serve.TASKS, Serve.TASKS)

ROWS: tuple[Row, ...] = (
    Handler("litestar.get", _SERVED, "sync_to_thread"),
    Handler("litestar.post", _SERVED, "sync_to_thread"),
    Handler("litestar.put", _SERVED, "sync_to_thread"),
    Handler("litestar.patch", _SERVED, "sync_to_thread"),
    Handler("litestar.delete", _SERVED, "sync_to_thread"),
    Handler("litestar.head", _SERVED, "sync_to_thread"),
    Handler("litestar.route", _SERVED, "sync_to_thread"),
    Handler("litestar.asgi", _SERVED),
    Handler("litestar.websocket", _SERVED),
    Handler("litestar.websocket_listener", _SERVED),
    Handler("litestar.websocket_stream", _SERVED),
    Handler("litestar.handlers.get", _SERVED, "sync_to_thread"),
    Handler("litestar.handlers.post", _SERVED, "sync_to_thread"),
    Handler("litestar.handlers.put", _SERVED, "sync_to_thread"),
    Handler("litestar.handlers.patch", _SERVED, "sync_to_thread"),
    Handler("litestar.handlers.delete", _SERVED, "sync_to_thread"),
    Handler("litestar.handlers.head", _SERVED, "sync_to_thread"),
    Handler("litestar.handlers.route", _SERVED, "sync_to_thread"),
    Handler("litestar.handlers.websocket", _SERVED),
    Handler("litestar.handlers.websocket_listener", _SERVED),
    Handler("litestar.handlers.websocket_stream", _SERVED),
    Handler("litestar.events.listener", _SERVED),
    Registers("litestar.Litestar", _SERVED, position=0, keywords=("route_handlers",)),
    Registers("litestar.Router", _SERVED, keywords=("route_handlers",)),
    Registers("litestar.Litestar.register", _SERVED, position=0, keywords=("value",)),
    Registers("litestar.di.Provide", _SERVED, position=0, keywords=("dependency",)),
    Registers("litestar.background_tasks.BackgroundTask", _SERVED, position=0, keywords=("fn",)),
    HandlerBase("litestar.Controller", ("on_*",), _SERVED, Lifetime.SINGLETON),
    HandlerBase("litestar.controller.Controller", ("on_*",), _SERVED, Lifetime.SINGLETON),
    HandlerBase(
        "litestar.handlers.WebsocketListener", ("on_accept", "on_receive", "on_disconnect"), _SERVED, Lifetime.SINGLETON
    ),
    HandlerBase("litestar.middleware.AbstractMiddleware", ("__call__",), _SERVED, Lifetime.SINGLETON),
    HandlerBase("litestar.middleware.ASGIMiddleware", ("handle",), _SERVED, Lifetime.SINGLETON),
    HandlerBase(
        "litestar.middleware.AbstractAuthenticationMiddleware", ("authenticate_request",), _SERVED, Lifetime.SINGLETON
    ),
    OnceKeyword("on_app_init"),
    SharedStorage(".app.state"),
    Hands("litestar", ("state",)),
    Provides("litestar.di.Provide", kept_by="use_cache"),
    Application("litestar.Litestar"),
    Keeps("litestar.di.Provide", "use_cache=True"),
    Around("litestar.middleware.*"),
    WebApplication("litestar.Litestar"),
)
