"""SQLModel: its session is SQLAlchemy's, one transaction for one at a time.

Source: sqlalchemy 2.1.9, of whose class it is.
"""

from flake8_session_isolation.facts import Conversation, Row

_WORK = ("add", "add_all", "delete", "merge", "refresh", "get", "exec", "execute", "scalar", "scalars")

ROWS: tuple[Row, ...] = (Conversation("sqlmodel.Session", _WORK, handed_as=("session", "db"), in_turn=True),)
