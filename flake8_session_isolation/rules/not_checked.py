"""SIS000 not-checked: the file was not checked, because of an error of ours.

An exception ended the analysis of this file.  All other files are checked as usual.  The finding says that this file is
not checked, because silence would look like a result.

Example:
    none: a program on which this happens is a bug of ours; please report it with the last lines of
    `flake8 -vv`, which hold the traceback.

Instead:
    nothing to change in the file.

Not reported: files with a syntax error (flake8 says E999), files that could not be followed (see the log, `-vv`).
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.finding import Finding
from flake8_session_isolation.interference.accesses import Meeting

CODE = "SIS000"
NAME = "not-checked"
MESSAGE = "not checked: internal error ({kind}); please report it"


def find(meetings: list[Meeting]) -> Iterator[Finding]:
    """Nothing: the guard in `plugin` reports it."""
    yield from ()
