"""Robyn: coroutine handlers are tasks of one event loop, plain ones run in worker threads.

Source: robyn v0.88.0 snapshot (2026-08-09) (src/executors/mod.rs:519-545).
"""

from flake8_session_isolation.facts import Application, Around, Handler, Hands, Registers, Row, RunsOnce, Serve, Served

_SERVED = Served(Serve.TASKS, Serve.THREADS)

ROWS: tuple[Row, ...] = (
    Handler("robyn.Robyn.get", _SERVED),
    Handler("robyn.Robyn.post", _SERVED),
    Handler("robyn.Robyn.put", _SERVED),
    Handler("robyn.Robyn.delete", _SERVED),
    Handler("robyn.Robyn.patch", _SERVED),
    Handler("robyn.Robyn.head", _SERVED),
    Handler("robyn.Robyn.options", _SERVED),
    Handler("robyn.Robyn.connect", _SERVED),
    Handler("robyn.Robyn.trace", _SERVED),
    Handler("robyn.Robyn.before_request", _SERVED),
    Handler("robyn.Robyn.after_request", _SERVED),
    Handler("robyn.Robyn.exception", _SERVED),
    Handler("robyn.Robyn.websocket", _SERVED),
    Handler("robyn.SubRouter.get", _SERVED),
    Handler("robyn.SubRouter.post", _SERVED),
    Registers("robyn.Robyn.add_route", _SERVED, position=2, keywords=("handler",)),
    RunsOnce("robyn.Robyn.startup_handler"),
    RunsOnce("robyn.Robyn.shutdown_handler"),
    Hands("robyn", ("global_dependencies",), "global_dependencies"),
    Application("robyn.Robyn"),
    Around("robyn.Robyn.before_request"),
    Around("robyn.Robyn.after_request"),
)
