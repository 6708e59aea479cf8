"""Django Channels: coroutine handlers are tasks of one event loop, plain ones run one at a time.

Source: channels 4.3.2 (channels/consumer.py:85-95, 105-119).
"""

from flake8_session_isolation.facts import Around, GivesEach, HandlerBase, Lifetime, Registers, Row, Serve, Served

_SERVED = Served(Serve.TASKS, Serve.SERIAL)

ROWS: tuple[Row, ...] = (
    Registers("channels.routing.URLRouter", _SERVED, position=0, keywords=("routes",)),
    HandlerBase("channels.generic.websocket.*", (), _SERVED, Lifetime.CONNECTION),
    HandlerBase("channels.generic.http.*", (), _SERVED, Lifetime.REQUEST),
    HandlerBase("channels.consumer.AsyncConsumer", (), _SERVED, Lifetime.CONNECTION),
    HandlerBase("channels.consumer.SyncConsumer", (), _SERVED, Lifetime.CONNECTION),
    HandlerBase("channels.middleware.BaseMiddleware", ("__call__",), _SERVED, Lifetime.SINGLETON),
    GivesEach("channels.*", "as_asgi"),
    Around("channels.middleware.BaseMiddleware"),
)
