"""Plotly Dash: coroutine handlers are tasks of one event loop, plain ones run in a thread per request.

Source: dash v4.3.0rc0 snapshot (2026-06-30) (dash/dash.py:903-920).
"""

from flake8_session_isolation.facts import Handler, Registers, Row, Serve, Served, SessionProxy

_SERVED = Served(Serve.TASKS, Serve.THREADS)

ROWS: tuple[Row, ...] = (
    Handler("dash.Dash.callback", _SERVED),
    Handler("dash.callback", _SERVED),
    Handler("dash.Dash.long_callback", _SERVED),
    Handler("dash.Dash.clientside_callback", _SERVED),
    Registers("dash.Dash.layout", _SERVED),
    Registers("dash.register_page", _SERVED, keywords=("layout",)),
    SessionProxy("dash.dcc.Store"),
    SessionProxy("dash.ctx"),
    SessionProxy("dash.set_props"),
)
