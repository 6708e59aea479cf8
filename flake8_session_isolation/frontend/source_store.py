"""The files of the project: read and lowered on demand, and kept as long as they do not change."""

from __future__ import annotations

import ast
import logging
import tokenize
import warnings

from flake8_session_isolation.frontend.lowering import lower
from flake8_session_isolation.frontend.regular_files import stamp_of
from flake8_session_isolation.frontend.scopes import Module

log = logging.getLogger(f"flake8.{__name__}")

MOST_BYTES = 1_000_000
"""Larger files are tables or generated."""
MOST_KEPT = 1_000
"""Modules kept in memory between runs."""

_kept: dict[str, Module] = {}


def module_at(path: str, name: str, prefix: str) -> Module | None:
    """The module in a file, from memory if the file has not changed; None if it cannot be read or parsed. Only a
    regular file is opened, because reading another may never end."""
    try:
        stamp = stamp_of(path, MOST_BYTES)
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


def has_changed(module: Module) -> bool:
    """Whether a file on disk differs from the one that the module was made of; for unsaved text from an editor, the
    text decides."""
    try:
        stamp = stamp_of(module.path, MOST_BYTES)
        if module.stamp is not None:
            return module.stamp != stamp
        with tokenize.open(module.path) as file:
            return file.read() != module.text
    except (OSError, SyntaxError, ValueError):
        return True
