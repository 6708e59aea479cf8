"""Flask-Login: the user of the request in hand.

Source: flask-login 0.6.3 (src/flask_login/utils.py:25).
"""

from flake8_session_isolation.facts import Row, SessionProxy

ROWS: tuple[Row, ...] = (
    SessionProxy("flask_login.current_user"),
    SessionProxy("flask_login.utils.current_user"),
)
