"""Panel (HoloViz): coroutine handlers are tasks of one event loop, plain ones called on the loop itself.

Source: panel main snapshot (2026-08-21) (panel/io/application.py:72-84).
"""

from flake8_session_isolation.facts import Cache, Registers, Reruns, Row, Serve, Served, SessionProxy, SharedStorage

_SERVED = Served(Serve.TASKS, Serve.TASKS)

ROWS: tuple[Row, ...] = (
    Reruns(".servable"),
    Registers("panel.widgets.Button.on_click", _SERVED, position=0, keywords=("callback",)),
    Registers(".on_click", _SERVED, position=0, keywords=("callback",)),
    Registers(".param.watch", _SERVED, position=0, keywords=("fn",)),
    Registers("panel.bind", _SERVED, position=0, keywords=("function",)),
    Registers("panel.serve", _SERVED, position=0, keywords=("panels",)),
    Registers("panel.chat.ChatInterface", _SERVED, keywords=("callback",)),
    Registers("panel.chat.ChatFeed", _SERVED, keywords=("callback",)),
    Registers("panel.state.add_periodic_callback", _SERVED, position=0, keywords=("callback",)),
    Registers("panel.state.schedule_task", _SERVED, position=1, keywords=("callback",)),
    Registers("panel.state.onload", _SERVED, position=0, keywords=("callback",)),
    Registers("panel.state.on_session_created", _SERVED, position=0, keywords=("callback",)),
    SessionProxy("panel.state.curdoc"),
    SessionProxy("panel.state.cookies"),
    SessionProxy("panel.state.session_args"),
    SharedStorage("panel.state.cache"),
    Cache("panel.cache", own=("per_session=True",)),
)
