"""Quart: coroutine handlers are tasks of one event loop, plain ones run in worker threads.

Source: quart 0.21.0 snapshot (2026-07-23) (quart 0.21.0 src/quart/app.py:1166-1180).
"""

from flake8_session_isolation.facts import (
    Application,
    Handler,
    HandlerBase,
    How,
    Lifetime,
    Registers,
    Row,
    Runs,
    RunsOnce,
    Serve,
    Served,
    SessionProxy,
    SharedStorage,
)

_SERVED = Served(Serve.TASKS, Serve.THREADS)
_METHODS = ("get", "post", "put", "patch", "delete", "head", "options")
_KEPT = "init_every_request"

ROWS: tuple[Row, ...] = (
    Handler("quart.Quart.route", _SERVED),
    Handler("quart.Quart.get", _SERVED),
    Handler("quart.Quart.post", _SERVED),
    Handler("quart.Quart.put", _SERVED),
    Handler("quart.Quart.delete", _SERVED),
    Handler("quart.Quart.patch", _SERVED),
    Handler("quart.Quart.websocket", _SERVED),
    Handler("quart.Quart.before_request", _SERVED),
    Handler("quart.Quart.after_request", _SERVED),
    Handler("quart.Quart.teardown_request", _SERVED),
    Handler("quart.Quart.before_websocket", _SERVED),
    Handler("quart.Quart.after_websocket", _SERVED),
    Handler("quart.Quart.teardown_websocket", _SERVED),
    Handler("quart.Quart.errorhandler", _SERVED),
    Handler("quart.Quart.context_processor", _SERVED),
    Handler("quart.Blueprint.route", _SERVED),
    Handler("quart.Blueprint.get", _SERVED),
    Handler("quart.Blueprint.post", _SERVED),
    Handler("quart.Blueprint.put", _SERVED),
    Handler("quart.Blueprint.delete", _SERVED),
    Handler("quart.Blueprint.patch", _SERVED),
    Handler("quart.Blueprint.websocket", _SERVED),
    Handler("quart.Blueprint.before_request", _SERVED),
    Handler("quart.Blueprint.before_app_request", _SERVED),
    Handler("quart.Blueprint.before_websocket", _SERVED),
    Handler("quart.Blueprint.errorhandler", _SERVED),
    Registers("quart.Quart.add_url_rule", _SERVED, position=2, keywords=("view_func",)),
    Registers("quart.Blueprint.add_url_rule", _SERVED, position=2, keywords=("view_func",)),
    Registers("quart.Quart.add_websocket", _SERVED, position=2, keywords=("view_func",)),
    Registers("quart.Blueprint.add_websocket", _SERVED, position=2, keywords=("view_func",)),
    Runs("quart.Quart.add_background_task", How.TASK, position=0, keyword="func"),
    HandlerBase("quart.views.View", ("dispatch_request",), _SERVED, Lifetime.REQUEST, kept_if_false=_KEPT),
    HandlerBase("quart.views.MethodView", _METHODS, _SERVED, Lifetime.REQUEST, kept_if_false=_KEPT),
    RunsOnce("quart.Quart.before_serving"),
    RunsOnce("quart.Quart.while_serving"),
    RunsOnce("quart.Quart.after_serving"),
    RunsOnce("quart.Blueprint.before_app_serving"),
    RunsOnce("quart.Blueprint.while_app_serving"),
    RunsOnce("quart.Blueprint.after_app_serving"),
    SharedStorage("quart.current_app.config"),
    SharedStorage("quart.Quart.config"),
    SessionProxy("quart.g"),
    SessionProxy("quart.session"),
    SessionProxy("quart.request"),
    SessionProxy("quart.websocket"),
    Application("quart.Quart"),
    Application("quart.current_app"),
)
