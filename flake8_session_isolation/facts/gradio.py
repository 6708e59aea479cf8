"""Gradio: coroutine handlers are tasks of one event loop, plain ones run in worker threads.

Source: gradio 6.31.0 (gradio/blocks.py:1963 (anyio.to_thread)).
"""

from flake8_session_isolation.facts import Application, Cache, Handler, Registers, Row, Serve, Served, SessionProxy

_SERVED = Served(Serve.TASKS, Serve.THREADS)

_EVENTS = (
    Registers(".click", _SERVED, position=0, keywords=("fn",)),
    Registers(".change", _SERVED, position=0, keywords=("fn",)),
    Registers(".submit", _SERVED, position=0, keywords=("fn",)),
    Registers(".input", _SERVED, position=0, keywords=("fn",)),
    Registers(".select", _SERVED, position=0, keywords=("fn",)),
    Registers(".upload", _SERVED, position=0, keywords=("fn",)),
    Registers(".load", _SERVED, position=0, keywords=("fn",)),
    Registers(".unload", _SERVED, position=0, keywords=("fn",)),
    Registers(".then", _SERVED, position=0, keywords=("fn",)),
    Registers(".success", _SERVED, position=0, keywords=("fn",)),
    Registers(".tick", _SERVED, position=0, keywords=("fn",)),
    Handler("gradio.Blocks.load", _SERVED),
    Handler("gradio.Button.click", _SERVED),
    Handler("gradio.Textbox.submit", _SERVED),
    Handler("gradio.Textbox.change", _SERVED),
)

ROWS: tuple[Row, ...] = (
    Handler("gradio.render", _SERVED),
    Handler("gradio.on", _SERVED),
    Handler("gradio.[A-Z]*.*", _SERVED),
    Handler("gradio.*.[A-Z]*.*", _SERVED),
    Registers("gradio.[A-Z]*.*", _SERVED, position=0, keywords=("fn",)),
    Registers("gradio.*.[A-Z]*.*", _SERVED, position=0, keywords=("fn",)),
    Registers("gradio.Interface", _SERVED, position=0, keywords=("fn",)),
    Registers("gradio.ChatInterface", _SERVED, position=0, keywords=("fn",)),
    Registers("gradio.on", _SERVED, position=1, keywords=("fn",)),
    Registers("gradio.api", _SERVED, position=0, keywords=("fn",)),
    Registers("gradio.Blocks.load", _SERVED, position=0, keywords=("fn",)),
    Registers("gradio.Blocks.unload", _SERVED, position=0, keywords=("fn",)),
    Registers("gradio.*", _SERVED, keywords=("value",)),
    Registers("gradio.mount_gradio_app", _SERVED, keywords=("auth_dependency",)),
    *_EVENTS,
    SessionProxy("gradio.State"),
    SessionProxy("gradio.BrowserState"),
    SessionProxy("gradio.Request.session_hash"),
    SessionProxy("gradio.Cache"),
    Application("gradio.Textbox", ""),
    Application("gradio.Chatbot", ""),
    Application("gradio.Markdown", ""),
    Application("gradio.HTML", ""),
    Application("gradio.JSON", ""),
    Application("gradio.Number", ""),
    Application("gradio.Slider", ""),
    Application("gradio.Checkbox", ""),
    Application("gradio.Dropdown", ""),
    Application("gradio.Radio", ""),
    Application("gradio.Dataframe", ""),
    Application("gradio.Image", ""),
    Application("gradio.Label", ""),
    Cache("gradio.cache", own=("per_session=True",)),
)
