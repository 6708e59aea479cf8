"""HTTPX: a client's headers, cookies, parameters and credentials go with whatever is asked next.

Source: httpx 0.28.1 (httpx/_client.py:1022, 1737).
"""

from flake8_session_isolation.facts import Conversation, Row

_SETTINGS = ("headers", "cookies", "auth", "params")

ROWS: tuple[Row, ...] = (
    Conversation("httpx.Client", ("update", "set"), parts=_SETTINGS, in_turn=True),
    Conversation("httpx.AsyncClient", ("update", "set"), parts=_SETTINGS, in_turn=True),
)
