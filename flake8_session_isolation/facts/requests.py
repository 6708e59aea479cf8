"""Requests: a session is a client whose headers, cookies and credentials go with whatever is asked next.

Source: requests 2.34.2 (requests/sessions.py:267-303, 498).
"""

from flake8_session_isolation.facts import Begins, Conversation, Row

_SETTINGS = ("headers", "cookies", "auth", "params", "cert", "proxies")

ROWS: tuple[Row, ...] = (
    Conversation("requests.Session", ("update", "set"), parts=_SETTINGS, in_turn=True),
    Begins("requests.session", "requests.Session"),
)
