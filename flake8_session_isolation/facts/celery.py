"""Celery: coroutine functions are not accepted, plain ones run one at a time in each worker process.

Source: celery 5.6.2 snapshot (docs/userguide/tasks.rst:95-108, 1573).
"""

from flake8_session_isolation.facts import (
    BindsTo,
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
)

_SERVED = Served(None, Serve.SERIAL)

ROWS: tuple[Row, ...] = (
    Handler("celery.Celery.task", _SERVED),
    Handler("celery.shared_task", _SERVED),
    Handler("celery.app.task", _SERVED),
    Handler("celery.signals.*.connect", _SERVED),
    Registers("celery.Celery.register_task", _SERVED, position=0, keywords=("task",)),
    HandlerBase(
        "celery.Task",
        ("run", "before_start", "on_success", "on_failure", "on_retry", "after_return"),
        _SERVED,
        Lifetime.PROCESS,
    ),
    HandlerBase(
        "celery.app.task.Task",
        ("run", "before_start", "on_success", "on_failure", "on_retry", "after_return"),
        _SERVED,
        Lifetime.PROCESS,
    ),
    BindsTo("celery.Celery.task", marker="bind", keyword="base"),
    Runs("celery.signals.worker_init.connect", How.ONCE, position=0),
    RunsOnce("celery.signals.worker_init.connect"),
    Runs("celery.signals.worker_process_init.connect", How.ONCE, position=0),
    RunsOnce("celery.signals.worker_process_init.connect"),
    Runs("celery.signals.worker_ready.connect", How.ONCE, position=0),
    RunsOnce("celery.signals.worker_ready.connect"),
    Runs("celery.Celery.on_after_configure.connect", How.ONCE, position=0),
    RunsOnce("celery.Celery.on_after_configure.connect"),
    Runs("celery.Celery.on_after_finalize.connect", How.ONCE, position=0),
    RunsOnce("celery.Celery.on_after_finalize.connect"),
)
