"""a2a-sdk: coroutine handlers are tasks of one event loop, plain functions are not accepted.

Source: a2a-python v1.1.0 snapshot (2026-06-12) (a2a/server/request_handlers/default_request_handler.py:93, 120,
250).
"""

from flake8_session_isolation.facts import HandlerBase, Lifetime, Registers, Row, Serve, Served

_SERVED = Served(Serve.TASKS, None)

ROWS: tuple[Row, ...] = (
    Registers("a2a.server.request_handlers.DefaultRequestHandler", _SERVED, position=0, keywords=("agent_executor",)),
    HandlerBase("a2a.server.agent_execution.AgentExecutor", ("execute", "cancel"), _SERVED, Lifetime.SINGLETON),
)
