"""aiorwlock.RWLock: a lock for one writer, and one that any number of readers hold together.

Source: aiorwlock 1.5.0 (aiorwlock/__init__.py: RWLock.reader, RWLock.writer and their older names).
"""

from flake8_session_isolation.facts import Lock, Row, Stops

ROWS: tuple[Row, ...] = (
    Lock("aiorwlock.RWLock.writer", Stops.TASKS),
    Lock("aiorwlock.RWLock.writer_lock", Stops.TASKS),
    Lock("aiorwlock.RWLock.reader", Stops.TASKS, is_shared=True),
    Lock("aiorwlock.RWLock.reader_lock", Stops.TASKS, is_shared=True),
)
