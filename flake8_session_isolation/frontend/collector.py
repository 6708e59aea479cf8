"""Settings of the garbage collector: nearly all objects of the analysis live until the end of the run.

Looking through it for the little that does not would cost a third of an analysis, and a fifth of flake8's own work on
the files that follow.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


_in_use = 0
"""Exempted objects that the last collection left."""


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Switch the garbage collector off during an analysis. What it has made is exempted before the collector is
    switched on, which would look through all of it at once, and again when the process ends."""
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
    """Collect exempted objects that are no longer used, if these may be half of all: a process that an editor keeps for
    days is asked at each run, and at each change of a file."""
    global _in_use
    if gc.get_freeze_count() > 2 * _in_use:
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        _in_use = gc.get_freeze_count()
