"""Tornado: coroutine handlers are tasks of one event loop, plain ones called on the loop itself.

Source: tornado main snapshot (2026-07-08, after 6.5) (tornado/web.py:2440, 2492; concurrent.py).
"""

from flake8_session_isolation.facts import (
    BeginsServing,
    GivesEach,
    Handler,
    HandlerBase,
    How,
    Lifetime,
    Registers,
    Row,
    Runs,
    Serve,
    Served,
    SharedStorage,
    UsuallyOnce,
)

_SERVED = Served(Serve.TASKS, Serve.TASKS)

ROWS: tuple[Row, ...] = (
    Handler("tornado.concurrent.run_on_executor", Served(None, Serve.THREADS)),
    Registers("tornado.web.Application", _SERVED, position=0, keywords=("handlers",)),
    Registers("tornado.web.Application.add_handlers", _SERVED, position=1, keywords=("host_handlers",)),
    Registers("tornado.web.url", _SERVED, position=1, keywords=("handler",)),
    Registers("tornado.routing.Rule", _SERVED, position=1, keywords=("target",)),
    Runs("tornado.ioloop.PeriodicCallback", How.TASK, position=0, keyword="callback"),
    HandlerBase(
        "tornado.web.RequestHandler",
        (
            "get",
            "post",
            "put",
            "patch",
            "delete",
            "head",
            "options",
            "prepare",
            "initialize",
            "on_finish",
            "data_received",
            "get_current_user",
        ),
        _SERVED,
        Lifetime.REQUEST,
    ),
    HandlerBase(
        "tornado.websocket.WebSocketHandler",
        ("open", "on_message", "on_close", "on_ping", "on_pong", "select_subprotocol"),
        _SERVED,
        Lifetime.CONNECTION,
    ),
    HandlerBase("tornado.tcpserver.TCPServer", ("handle_stream",), _SERVED, Lifetime.SINGLETON),
    UsuallyOnce("make_app"),
    SharedStorage("tornado.web.RequestHandler.application"),
    SharedStorage("tornado.web.RequestHandler.settings"),
    SharedStorage("tornado.websocket.WebSocketHandler.application"),
    SharedStorage("tornado.websocket.WebSocketHandler.settings"),
    GivesEach("tornado.web.RequestHandler", method="initialize"),
    GivesEach("tornado.websocket.WebSocketHandler", method="initialize"),
    BeginsServing("tornado.web.Application.listen"),
    BeginsServing("tornado.httpserver.HTTPServer"),
)
