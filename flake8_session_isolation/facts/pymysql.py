"""PyMySQL: a cursor gives the rows of what was executed on it last, whichever code did.

Source: the rule of DB-API 2, of which sqlite3 was read.
"""

from flake8_session_isolation.facts import Receives, Row, Sends

ROWS: tuple[Row, ...] = (
    Sends(".execute"),
    Sends(".executemany"),
    Receives(".fetchone"),
    Receives(".fetchall"),
    Receives(".fetchmany"),
)
