"""Dramatiq: coroutine handlers are tasks of one event loop, plain ones run in worker threads.

Source: dramatiq 2.2.0 snapshot (dramatiq/worker.py:76-113).
"""

from flake8_session_isolation.facts import Handler, HandlerBase, Lifetime, OnceMethod, Row, Serve, Served, SessionProxy

_SERVED = Served(Serve.TASKS, Serve.THREADS)

ROWS: tuple[Row, ...] = (
    Handler("dramatiq.actor", _SERVED),
    HandlerBase("dramatiq.GenericActor", ("perform",), _SERVED, Lifetime.SINGLETON),
    HandlerBase(
        "dramatiq.Middleware", ("before_process_message", "after_process_message"), _SERVED, Lifetime.SINGLETON
    ),
    SessionProxy("dramatiq.middleware.CurrentMessage.get_current_message"),
    OnceMethod("dramatiq.Middleware", ("after_process_boot", "before_worker_boot")),
)
