"""Bottle: coroutine functions are not accepted, plain ones run in a thread per request.

Source: bottle 0.14-dev snapshot (2026-03-23) (bottle.py:1867, 1884, 4505-4512).
"""

from flake8_session_isolation.facts import (
    Application,
    Around,
    Handler,
    Registers,
    Row,
    Serve,
    Served,
    SessionProxy,
    SharedStorage,
    WebApplication,
)

_SERVED = Served(None, Serve.THREADS)

ROWS: tuple[Row, ...] = (
    Handler("bottle.route", _SERVED),
    Handler("bottle.get", _SERVED),
    Handler("bottle.post", _SERVED),
    Handler("bottle.put", _SERVED),
    Handler("bottle.delete", _SERVED),
    Handler("bottle.patch", _SERVED),
    Handler("bottle.error", _SERVED),
    Handler("bottle.hook", _SERVED),
    Handler("bottle.Bottle.route", _SERVED),
    Handler("bottle.Bottle.get", _SERVED),
    Handler("bottle.Bottle.post", _SERVED),
    Handler("bottle.Bottle.put", _SERVED),
    Handler("bottle.Bottle.delete", _SERVED),
    Handler("bottle.Bottle.patch", _SERVED),
    Handler("bottle.Bottle.error", _SERVED),
    Handler("bottle.Bottle.hook", _SERVED),
    Registers("bottle.Bottle.route", _SERVED, position=2, keywords=("callback",)),
    Registers("bottle.Bottle.add_hook", _SERVED, position=1, keywords=("func",)),
    SessionProxy("bottle.request", _SERVED),
    SessionProxy("bottle.response", _SERVED),
    Application("bottle.Bottle"),
    SharedStorage("bottle.Bottle.config"),
    Around("bottle.hook"),
    Around("bottle.Bottle.hook"),
    WebApplication("bottle.Bottle"),
)
