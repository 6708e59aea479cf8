"""Streamlit: coroutine handlers are re-run in a thread of the session, plain ones re-run in a thread of the session.

Source: streamlit 1.67.0 (streamlit 1.67.0 streamlit/runtime/scriptrunner/script_runner.py:360, 776-783).
"""

from flake8_session_isolation.facts import Cache, Handler, Registers, Row, Served, SessionProxy, Setter

_SERVED = Served(None, None)

ROWS: tuple[Row, ...] = (
    Handler("streamlit.fragment", _SERVED),
    Handler("streamlit.dialog", _SERVED),
    Registers("streamlit.button", _SERVED, keywords=("on_click",)),
    Registers("streamlit.*", _SERVED, keywords=("on_change",)),
    Registers("streamlit.form_submit_button", _SERVED, keywords=("on_click",)),
    Registers("streamlit.chat_input", _SERVED, keywords=("on_submit",)),
    Registers("streamlit.Page", _SERVED, position=0, keywords=("page",)),
    SessionProxy("streamlit.session_state"),
    SessionProxy("streamlit.query_params"),
    Cache("streamlit.cache_resource"),
    Cache("streamlit.cache_data", gives_copies=True),
    Cache("streamlit.experimental_singleton"),
    Cache("streamlit.experimental_memo", gives_copies=True),
    Setter("streamlit.set_option", "streamlit.set_option"),
)
