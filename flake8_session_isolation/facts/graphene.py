"""Graphene: coroutine handlers are tasks of one event loop, plain ones run in a thread per request.

Source: graphene 3.4.3 (graphene/types/schema.py:356).
"""

from flake8_session_isolation.facts import HandlerBase, Lifetime, Registers, Row, Serve, Served

_SERVED = Served(Serve.TASKS, Serve.THREADS)

ROWS: tuple[Row, ...] = (
    Registers("graphene.Field", _SERVED, keywords=("resolver",)),
    Registers("graphene.Schema.execute", _SERVED, keywords=("middleware",), methods=("resolve", "__call__")),
    Registers("graphene.Schema.execute_async", _SERVED, keywords=("middleware",), methods=("resolve", "__call__")),
    HandlerBase("graphene.ObjectType", ("resolve_*", "subscribe_*"), _SERVED, Lifetime.REQUEST),
    HandlerBase("graphene.Mutation", ("mutate",), _SERVED, Lifetime.REQUEST),
)
