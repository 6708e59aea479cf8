"""SQLAlchemy: a session is one transaction, for one at a time; engines and makers of sessions serve all.

Source: sqlalchemy 2.1.9 (sqlalchemy/orm/session.py:1006-1008, 1554-1558, orm/scoping.py:183-205,
ext/asyncio/scoping.py:131).
"""

from flake8_session_isolation.facts import Begins, Conversation, Row

_WORK = (
    *("add", "add_all", "delete", "merge", "refresh", "get", "get_one", "execute", "scalar", "scalars"),
    *("stream", "stream_scalars", "bulk_save_objects", "bulk_insert_mappings"),
)

ROWS: tuple[Row, ...] = (
    Conversation("sqlalchemy.orm.Session", _WORK, handed_as=("session", "db"), in_turn=True),
    Conversation("sqlalchemy.ext.asyncio.AsyncSession", _WORK, handed_as=("session", "db"), in_turn=True),
    Conversation("sqlalchemy.orm.scoped_session", _WORK, in_turn=True, per_thread=True),
    Begins("sqlalchemy.orm.sessionmaker", "sqlalchemy.orm.sessionmaker"),
    Begins("sqlalchemy.ext.asyncio.async_sessionmaker", "sqlalchemy.ext.asyncio.async_sessionmaker"),
    Begins("sqlalchemy.orm.sessionmaker.__call__", "sqlalchemy.orm.Session"),
    Begins("sqlalchemy.ext.asyncio.async_sessionmaker.__call__", "sqlalchemy.ext.asyncio.AsyncSession"),
)
