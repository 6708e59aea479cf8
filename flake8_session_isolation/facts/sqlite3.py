"""sqlite3: a cursor gives the rows of what was executed on it last, whichever code did.

Source: CPython 3.11 (sqlite3.threadsafety = 3 on the checked build).
"""

from flake8_session_isolation.facts import Receives, Row, Sends

ROWS: tuple[Row, ...] = (
    Sends(".execute"),
    Sends(".executemany"),
    Receives(".fetchone"),
    Receives(".fetchall"),
    Receives(".fetchmany"),
)
