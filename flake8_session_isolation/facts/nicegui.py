"""NiceGUI: coroutine handlers are tasks of one event loop, plain ones called on the loop itself.

Source: nicegui 3.15.0 snapshot; v2.24.2 tag for the auto-index page (nicegui/storage.py:113-175).
"""

from flake8_session_isolation.facts import (
    Application,
    Handler,
    Registers,
    Row,
    RunsOnce,
    Serve,
    Served,
    SessionProxy,
    SharedStorage,
)

_SERVED = Served(Serve.TASKS, Serve.TASKS)

_EVENTS = ("on_click", "on_change", "on_submit", "on_select", "on_upload", "on_value_change", "on_dismiss")

ROWS: tuple[Row, ...] = (
    Handler("nicegui.ui.page", _SERVED),
    Handler("nicegui.ui.refreshable", _SERVED),
    Handler("nicegui.ui.refreshable_method", _SERVED),
    Handler("nicegui.app.on_connect", _SERVED),
    Handler("nicegui.app.on_disconnect", _SERVED),
    Handler("nicegui.app.on_exception", _SERVED),
    Handler("nicegui.app.get", _SERVED),
    Handler("nicegui.app.post", _SERVED),
    Handler("nicegui.APIRouter.page", _SERVED),
    Registers("nicegui.ui.*.on", _SERVED, position=1, keywords=("handler",)),
    Registers("nicegui.ui.*", _SERVED, keywords=_EVENTS),
    Registers(".on", _SERVED, position=1, keywords=("handler",)),
    Registers(".on_click", _SERVED, position=0, keywords=("callback",)),
    Registers(".on_value_change", _SERVED, position=0, keywords=("callback",)),
    Registers(".on_upload", _SERVED, position=0, keywords=("callback",)),
    Registers("nicegui.ui.timer", _SERVED, position=1, keywords=("callback",)),
    Registers("nicegui.app.on_connect", _SERVED, position=0, keywords=("handler",)),
    Registers("nicegui.ui.run", _SERVED, position=0, keywords=("root",)),
    RunsOnce("nicegui.app.on_startup"),
    RunsOnce("nicegui.app.on_shutdown"),
    SharedStorage("nicegui.app.storage.general"),
    SessionProxy("nicegui.app.storage.user"),
    SessionProxy("nicegui.app.storage.browser"),
    SessionProxy("nicegui.app.storage.tab"),
    SessionProxy("nicegui.app.storage.client"),
    SessionProxy("nicegui.ui.context.client"),
    Application("nicegui.app"),
)
