"""BlackSheep: coroutine handlers are tasks of one event loop, plain ones called on the loop itself.

Source: blacksheep 2.6.2 (blacksheep/server/normalization.py:600-629, 543-585).
"""

from flake8_session_isolation.facts import (
    Handler,
    HandlerBase,
    Keeps,
    Lifetime,
    Registers,
    Row,
    RunsOnce,
    Serve,
    Served,
)

_SERVED = Served(Serve.TASKS, Serve.TASKS)

ROWS: tuple[Row, ...] = (
    Handler("blacksheep.Application.route", _SERVED),
    Handler("blacksheep.get", _SERVED),
    Handler("blacksheep.post", _SERVED),
    Handler("blacksheep.put", _SERVED),
    Handler("blacksheep.delete", _SERVED),
    Handler("blacksheep.patch", _SERVED),
    Handler("blacksheep.head", _SERVED),
    Handler("blacksheep.options", _SERVED),
    Handler("blacksheep.trace", _SERVED),
    Handler("blacksheep.ws", _SERVED),
    Handler("blacksheep.route", _SERVED),
    Handler("blacksheep.server.routing.Router.get", _SERVED),
    Handler("blacksheep.server.routing.Router.post", _SERVED),
    Handler("blacksheep.server.routing.Router.ws", _SERVED),
    Handler("blacksheep.Application.exception_handler", _SERVED),
    Handler("blacksheep.server.controllers.get", _SERVED),
    Handler("blacksheep.server.controllers.post", _SERVED),
    Registers("blacksheep.Router.add_get", _SERVED, position=1, keywords=("handler",)),
    Registers("blacksheep.Router.add_post", _SERVED, position=1, keywords=("handler",)),
    Registers("blacksheep.Router.add_ws", _SERVED, position=1, keywords=("handler",)),
    Registers("blacksheep.Router.add", _SERVED, position=2, keywords=("handler",)),
    Registers("blacksheep.Application.router.add_*", _SERVED, position=1, keywords=("handler",)),
    Registers("blacksheep.Application.router.add", _SERVED, position=2, keywords=("handler",)),
    Registers(".router.add_*", _SERVED, position=1, keywords=("handler",)),
    Registers("blacksheep.Application.middlewares.append", _SERVED, position=0),
    HandlerBase("blacksheep.server.controllers.Controller", ("on_request", "on_response"), _SERVED, Lifetime.REQUEST),
    RunsOnce("blacksheep.Application.on_start"),
    RunsOnce("blacksheep.Application.after_start"),
    RunsOnce("blacksheep.Application.on_stop"),
    RunsOnce("blacksheep.Application.lifespan"),
    RunsOnce("blacksheep.Application.on_middlewares_configuration"),
    Keeps("blacksheep.Application.services.add_singleton"),
    Keeps(".services.add_singleton"),
)
