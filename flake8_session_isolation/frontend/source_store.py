"""The files of the project, read from disk and lowered when asked for, and kept as long as they stay as they are."""

from __future__ import annotations

import ast
import logging
import os
import stat
import tokenize
import warnings
from typing import TypeAlias

from flake8_session_isolation.frontend.lowering import lower
from flake8_session_isolation.frontend.scopes import Module

log = logging.getLogger(f"flake8.{__name__}")

MOST_BYTES = 1_000_000
"""Larger files are tables or generated."""
MOST_KEPT = 1_000
"""Modules kept in memory between runs."""

Stamp: TypeAlias = tuple[int, int]
"""When a file was written, in nanoseconds, and its size in bytes."""

_kept: dict[str, Module] = {}


def module_at(path: str, name: str, prefix: str) -> Module | None:
    """The module in a file, from memory where the file is as it was; None where it cannot be read or parsed.

    Only a regular file is opened: another may never end.
    """
    try:
        stamp = _stamp(path)
        known = _kept.get(path)
        if known is not None and known.stamp == stamp and known.prefix == prefix:
            return known
        module = _lowered(path, name, prefix)
    except (OSError, SyntaxError, ValueError, RecursionError, MemoryError) as error:
        log.info("not followed: %s (%s)", path, error)
        return None
    module.stamp = stamp
    if len(_kept) >= MOST_KEPT:
        _kept.clear()
    _kept[path] = module
    return module


def _lowered(path: str, name: str, prefix: str) -> Module:
    with tokenize.open(path) as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        text = file.read()
        module = lower(ast.parse(text, path), name, path, prefix)
    module.text = text
    return module


def _stamp(path: str) -> Stamp:
    """Raises ValueError for what is no file of a project."""
    status = os.stat(path)
    if not stat.S_ISREG(status.st_mode) or status.st_size > MOST_BYTES:
        raise ValueError("no regular file, or too large")
    return status.st_mtime_ns, status.st_size


def has_changed(module: Module) -> bool:
    """Whether a file on disk is another than the module was made from; of one that came from an editor, the text
    decides."""
    try:
        stamp = _stamp(module.path)
        if module.stamp is not None:
            return module.stamp != stamp
        with tokenize.open(module.path) as file:
            return file.read() != module.text
    except (OSError, SyntaxError, ValueError):
        return True
