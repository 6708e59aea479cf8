"""python-socketio: coroutine handlers are tasks of one event loop, plain ones run in worker threads, or on the loop
itself where the server is an asynchronous one.

Source: python-socketio 5.16.3 (src/socketio/async_server.py:117, 607-613, 644).
"""

from flake8_session_isolation.facts import Application, Handler, HandlerBase, Lifetime, Registers, Row, Serve, Served

_SERVED = Served(Serve.TASKS, Serve.THREADS)
_ON_THE_LOOP = Served(Serve.TASKS, Serve.TASKS)

ROWS: tuple[Row, ...] = (
    Handler("socketio.AsyncServer.event", _ON_THE_LOOP),
    Handler("socketio.AsyncServer.on", _ON_THE_LOOP),
    Handler("socketio.Server.event", _SERVED),
    Handler("socketio.Server.on", _SERVED),
    Registers("socketio.AsyncServer.on", _ON_THE_LOOP, position=1, keywords=("handler",)),
    Registers("socketio.Server.on", _SERVED, position=1, keywords=("handler",)),
    Registers("socketio.AsyncServer.register_namespace", _SERVED, position=0, keywords=("namespace_handler",)),
    Registers("socketio.Server.start_background_task", _SERVED, position=0, keywords=("target",)),
    HandlerBase("socketio.AsyncNamespace", ("on_*",), _ON_THE_LOOP, Lifetime.SINGLETON),
    HandlerBase("socketio.Namespace", ("on_*",), _SERVED, Lifetime.SINGLETON),
    Application("socketio.AsyncServer", "sio"),
    Application("socketio.Server", "sio"),
)
