"""SIS000 not-checked: the file was not checked, because of an internal error of the plugin.

What it does:
    Reports a file whose analysis ended with an exception. All other files are checked as usual.

Why is this bad?
    Without this line, the file would look as if it had been checked.

Example:
    none: a program on which this happens shows a bug of the plugin; please report it with the last lines of
    `flake8 -vv`, which contain the traceback.

Use instead:
    nothing to change in the file.

Not reported:
    files with a syntax error (flake8 reports E999), imported files that could not be followed (see the log, `-vv`).

Related rules:
    E902 and E999 of flake8, for files that cannot be read or parsed.

References:
    https://flake8.pycqa.org/en/latest/user/error-codes.html
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
