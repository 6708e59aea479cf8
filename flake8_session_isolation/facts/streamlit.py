"""Streamlit: the script is run again, in a thread, for each session and each event; what it imports is loaded once.

Source: streamlit 1.67.0 (streamlit/runtime/scriptrunner/script_runner.py:360, 776-783).
"""

from flake8_session_isolation.facts import (
    BeginsServing,
    Cache,
    Handler,
    Registers,
    Reruns,
    Row,
    RunsOnce,
    Serve,
    Served,
    SessionProxy,
    Setter,
)

_SERVED = Served(Serve.THREADS, Serve.THREADS)
_EVENTS = ("on_click", "on_change", "on_submit", "on_select")

ROWS: tuple[Row, ...] = (
    Reruns("streamlit.*", pages=True),
    BeginsServing("streamlit.web.*"),
    RunsOnce("streamlit.cache_data"),
    RunsOnce("streamlit.cache_resource"),
    Handler("streamlit.fragment", _SERVED),
    Handler("streamlit.dialog", _SERVED),
    Registers("streamlit.*", _SERVED, keywords=_EVENTS),
    Registers("streamlit.Page", _SERVED, position=0, keywords=("page",)),
    SessionProxy("streamlit.session_state"),
    SessionProxy("streamlit.query_params"),
    Cache("streamlit.cache_resource", own=("scope='session'",)),
    Cache("streamlit.cache_data", gives_copies=True),
    Cache("streamlit.experimental_singleton"),
    Cache("streamlit.experimental_memo", gives_copies=True),
    SessionProxy("streamlit.*_input"),
    SessionProxy("streamlit.*_area"),
    SessionProxy("streamlit.*box"),
    SessionProxy("streamlit.*select"),
    SessionProxy("streamlit.*file_uploader"),
    SessionProxy("streamlit.*radio"),
    Setter("streamlit.set_option", "streamlit.get_option()"),
)
