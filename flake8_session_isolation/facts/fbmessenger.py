"""fbmessenger (Facebook Messenger): an object handles each payload by calling its own methods, in the thread that got
it.

Source: fbmessenger 6.0.0 (fbmessenger/__init__.py:240-290).
"""

from flake8_session_isolation.facts import HandlerBase, Row, Serve, Served

_METHODS = ("account_linking", "message", "delivery", "optin", "postback", "read", "handle")

ROWS: tuple[Row, ...] = (HandlerBase("fbmessenger.BaseMessenger", _METHODS, Served(None, Serve.THREADS)),)
