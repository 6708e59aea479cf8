"""Settings of the garbage collector: nearly all objects of the analysis live until the end of the run.

A search for the few that do not would cost a third of an analysis, and a fifth of flake8's own work on later files.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


_in_use = 0
"""Exempted objects that the last collection left."""


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Switch the garbage collector off during an analysis. The new objects are exempted before it is switched on again,
    because it would examine all of them at once, and once more when the process ends."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def keep() -> None:
    """Exempt all present objects from garbage collection until `release` (`gc.freeze`)."""
    gc.freeze()


def release() -> None:
    """Collect unused objects among the exempted ones, if these may be half of them. An editor keeps one process for
    days, in which each run and each change of a file leaves such objects."""
    global _in_use
    if gc.get_freeze_count() > 2 * _in_use:
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        _in_use = gc.get_freeze_count()
