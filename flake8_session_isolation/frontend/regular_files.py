"""Which files may be opened: regular ones of bounded size."""

from __future__ import annotations

import os
import stat
from typing import TypeAlias

Stamp: TypeAlias = tuple[int, int]
"""When a file was written, in nanoseconds, and its size in bytes."""


def stamp_of(path: str, most: int) -> Stamp:
    """The stamp of a file of at most so many bytes. Raises OSError if it is missing, and ValueError if it is larger or
    no regular file."""
    status = os.stat(path)
    if not stat.S_ISREG(status.st_mode) or status.st_size > most:
        raise ValueError("no regular file, or too large")
    return status.st_mtime_ns, status.st_size
