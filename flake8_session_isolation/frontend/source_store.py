"""The files of the project, read from disk and lowered when asked for, and kept as long as they stay as they are."""

from __future__ import annotations

import ast
import logging
import os
import stat
import warnings

from flake8_session_isolation.frontend.lowering import lower
from flake8_session_isolation.frontend.scopes import Module

log = logging.getLogger(f"flake8.{__name__}")

MOST_BYTES = 1_000_000
"""Larger files are tables or generated."""
MOST_KEPT = 1_000
"""Modules kept in memory between linted files."""

_kept: dict[str, tuple[tuple[int, int, str], Module]] = {}


def module_at(path: str, name: str) -> Module | None:
    """The module in a file, from memory where the file is as it was; None where it cannot be read or parsed.

    Only a regular file is opened: another may never end.
    """
    try:
        status = os.stat(path)
        stamp = (status.st_mtime_ns, status.st_size, name)
        if path in _kept and _kept[path][0] == stamp:
            return _kept[path][1]
        if not stat.S_ISREG(status.st_mode) or status.st_size > MOST_BYTES:
            raise ValueError("no regular file, or too large")
        with open(path, "rb") as file, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            text = file.read()
            module = lower(ast.parse(text, path), name, path, f"{name}.")
    except (OSError, SyntaxError, ValueError, RecursionError, MemoryError) as error:
        log.info("not followed: %s (%s)", path, error)
        return None
    if len(_kept) >= MOST_KEPT:
        _kept.clear()
    _kept[path] = (stamp, module)
    return module
