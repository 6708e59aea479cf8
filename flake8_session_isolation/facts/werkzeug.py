"""Werkzeug: proxies find another object for each request.

Source: werkzeug 3.1.9 (werkzeug/local.py:388-470).
"""

from flake8_session_isolation.facts import Row, SessionProxy

ROWS: tuple[Row, ...] = (
    SessionProxy("werkzeug.local.LocalProxy"),
)
