"""arq: coroutine handlers are tasks of one event loop, plain functions are not accepted.

Source: arq 0.26.1 (arq/worker.py:202, 243-244, 358, 569-588).
"""

from flake8_session_isolation.facts import Fills, Registers, Row, Serve, Served

_SERVED = Served(Serve.TASKS, None)

ROWS: tuple[Row, ...] = (
    Registers("arq.cron", _SERVED, position=0, keywords=("coroutine",)),
    Registers("arq.worker.func", _SERVED, position=0, keywords=("coroutine",)),
    Registers("arq.worker.Worker", _SERVED, position=0, keywords=("functions",)),
    Fills("ctx"),
)
