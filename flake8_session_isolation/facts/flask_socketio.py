"""python-socketio (and Flask-SocketIO): coroutine handlers are tasks of one event loop, plain ones run in worker
threads.

Source: python-socketio 5.16.3 (src/socketio/async_server.py:117, 607-613, 644).
"""

from flake8_session_isolation.facts import Handler, HandlerBase, Lifetime, Registers, Row, Serve, Served

_SERVED = Served(Serve.TASKS, Serve.THREADS)

ROWS: tuple[Row, ...] = (
    Handler("flask_socketio.SocketIO.on", _SERVED),
    Handler("flask_socketio.SocketIO.event", _SERVED),
    Handler("flask_socketio.SocketIO.on_error", _SERVED),
    Handler("flask_socketio.SocketIO.on_error_default", _SERVED),
    Registers("flask_socketio.SocketIO.on_namespace", _SERVED, position=0, keywords=("namespace_handler",)),
    HandlerBase("flask_socketio.Namespace", ("on_*",), _SERVED, Lifetime.SINGLETON),
)
