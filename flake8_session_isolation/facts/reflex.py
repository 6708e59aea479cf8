"""Reflex: coroutine handlers are tasks of one event loop, plain ones called on the loop itself.

Source: reflex main snapshot (2026-08-20) (reflex/state.py:434, 491-494, 1574-1617).
"""

from flake8_session_isolation.facts import (
    Handler,
    HandlerBase,
    Lifetime,
    Registers,
    Row,
    RunsOnce,
    Serve,
    Served,
    SessionProxy,
)

_SERVED = Served(Serve.TASKS, Serve.TASKS)

ROWS: tuple[Row, ...] = (
    Handler("reflex.event", _SERVED),
    Handler("reflex.page", _SERVED),
    Registers("reflex.*", _SERVED, keywords=("on_click", "on_change", "on_submit", "on_blur", "on_mount", "on_load")),
    Registers("reflex.App.add_page", _SERVED, position=0, keywords=("component",)),
    HandlerBase("reflex.State", (), _SERVED, Lifetime.SESSION),
    HandlerBase("reflex.ComponentState", (), _SERVED, Lifetime.SESSION),
    RunsOnce("reflex.App.register_lifespan_task"),
    SessionProxy("reflex.Cookie"),
    SessionProxy("reflex.LocalStorage"),
)
